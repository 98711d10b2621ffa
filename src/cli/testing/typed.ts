import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { clone } from '../database.ts'

/** A command as somebody typed it, running in a process of its own. */
export type Typed = {
  child: ChildProcess
  /** All that it has said so far, on either stream. */
  text(): string
  /** Waits until it says something; fails when it ends without. */
  says(words: RegExp): Promise<RegExpExecArray>
  /** Waits for its end. */
  ends: Promise<{ code: number | null; signal: NodeJS.Signals | null; out: string; text: string }>
}

/** Types `npx baton …`. `env`: what is set beside the usual. */
export function type(line: readonly string[], env: Record<string, string>): Typed {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(BATON_|DATABASE_URL|VITEST|NODE_ENV)/.test(name))
  const child = spawn(process.execPath, [join(clone, 'bin/baton.mjs'), ...line], {
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  let out = ''
  const waiting: (() => void)[] = []
  const hear = (chunk: Buffer) => {
    text += chunk.toString()
    for (const look of waiting) look()
  }
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    hear(chunk)
  })
  child.stderr.on('data', hear)
  const ends: Typed['ends'] = new Promise(resolve =>
    child.once('close', (code, signal) => resolve({ code, signal, out, text })),
  )
  return {
    child,
    text: () => text,
    says: words =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = words.exec(text)
          if (found) resolve(found)
        }
        waiting.push(look)
        look()
        ends.then(() => reject(new Error(`It ended without saying ${words}:\n${text}`)))
      }),
    ends,
  }
}
