import { ReadingFault } from '../audit/event.ts'
import { SettingsFault } from '../settings/settings.ts'
import { EmbeddedFault } from '../store/embedded/fault.ts'
import { auditCommand } from './audit.ts'
import { type Command, CommandFault, openOutput, WrongUse } from './command.ts'
import { doctor } from './doctor/doctor.ts'
import { importCommand } from './import.ts'
import { rebuildMeasuresCommand } from './measures.ts'
import { migrateCommand } from './migrate.ts'
import { addMemberCommand, createKeyCommand } from './people.ts'
import { printable } from './printable.ts'
import { start } from './start.ts'
import { buildWebCommand } from './web-build.ts'

const commands: readonly Command[] = [
  start,
  migrateCommand,
  addMemberCommand,
  createKeyCommand,
  auditCommand,
  importCommand,
  rebuildMeasuresCommand,
  doctor,
  buildWebCommand,
]

/** Runs what was typed after `baton`; answers the exit code: 0 done, 1 failed, 2 wrong use. */
async function main(typed: readonly string[]): Promise<number> {
  const isJson = typed.includes('--json')
  const rest = typed.filter(word => word !== '--json')
  const isHelp = rest.includes('--help') || rest.includes('-h') || rest[0] === 'help'
  const command = commands.find(({ words }) => words.split(' ').every((word, index) => rest[index] === word))
  if (isHelp) return print(command ? helpOf(command) : help())
  if (!command) return complain(rest.length === 0 ? '' : `"${rest.join(' ')}" is no command of Baton.\n\n`, help())
  try {
    return await command.run(rest.slice(command.words.split(' ').length), openOutput(isJson))
  } catch (error) {
    if (error instanceof WrongUse) return complain(`${error.message}\n\n`, helpOf(command))
    const isExpected = [SettingsFault, EmbeddedFault, ReadingFault, CommandFault].some(fault => error instanceof fault)
    const words =
      isExpected && error instanceof Error
        ? error.message
        : `Something went wrong that should not have: ${described(error)}`
    process.stderr.write(`${printable(words)}\n`)
    if (isJson)
      process.stdout.write(`${JSON.stringify({ fault: error instanceof Error ? error.message : String(error) })}\n`)
    return 1
  }
}

const described = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

function print(text: string): number {
  process.stdout.write(text)
  return 0
}

function complain(...texts: string[]): number {
  process.stderr.write(printable(texts.join('')))
  return 2
}

function help(): string {
  const lines = commands.map(({ words, usage, short = usage, does }) => ({ line: `${words} ${short}`.trim(), does }))
  const width = Math.max(...lines.map(({ line }) => line.length))
  return [
    'Usage: npx baton COMMAND [--json] [--help]',
    '',
    ...lines.map(({ line, does }) => `  ${line.padEnd(width)}  ${does}`),
    '',
    'Settings come from the environment: see README.md. Exit code: 0 done, 1 failed, 2 wrong use.',
    '',
  ].join('\n')
}

function helpOf({ words, usage, does, more }: Command): string {
  return `Usage: npx baton ${`${words} ${usage}`.trim()} [--json]\n\n${does}\n${more ? `\n${more}\n` : ''}`
}

process.exit(await main(process.argv.slice(2)))
