import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { printable } from './printable.ts'

/** Used in another way than it can be. Exit code 2. */
export class WrongUse extends Error {
  override name = 'WrongUse'
}

/** Why a command could not be carried out: a sentence for the person who gave it. Exit code 1. */
export class CommandFault extends Error {
  override name = 'CommandFault'
}

export type Command = {
  /** As it is typed after `baton`: `member add`. */
  words: string
  /** The rest of the line: `EMAIL --name NAME`. */
  usage: string
  /** The same for the list of all commands, where it would be too long. */
  short?: string
  does: string
  /** What there is to know about its options, for its own help. */
  more?: string
  /** Answers the exit code. */
  run(typed: readonly string[], output: Output): Promise<number>
}

/** Where a command speaks: progress line by line, and what came of it once, in words or (`--json`) as data. */
export type Output = {
  /** Whether what came of it goes to a machine. */
  json: boolean
  say(line: string): void
  report(data: object, words: string): void
}

export function openOutput(json: boolean): Output {
  return {
    json,
    say: line => (json ? process.stderr : process.stdout).write(`${printable(line)}\n`),
    report: (data, words) => process.stdout.write(`${json ? JSON.stringify(data) : printable(words)}\n`),
  }
}

/** Takes a typed line apart, or says what is wrong with it. `count`: how many words without `--` it must have. */
export function parse<T extends ParseArgsOptionsConfig>(typed: readonly string[], options: T, count = 0) {
  const parsed = parseOrSay(typed, options)
  const { positionals } = parsed
  if (positionals.length > count) throw new WrongUse(`"${positionals[count]}" is one word too many.`)
  if (positionals.length < count) throw new WrongUse('Something is missing.')
  return { ...parsed, first: positionals[0] ?? '' }
}

function parseOrSay<T extends ParseArgsOptionsConfig>(typed: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...typed], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}
