import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** A server as `baton start` runs it, in a process of its own. */
export type ServerProcess = {
  pid: number
  url: string
  mailPort: number
  /** Its data folder. */
  data: string
  /** All that it has said so far. */
  text(): string
  /** Waits until it says something; fails when it ends without. */
  says(words: RegExp): Promise<void>
  /** kill -9. Answers when it is gone. */
  kill(): Promise<void>
  /** Asks it to stop, and answers its exit code. */
  stop(): Promise<number | null>
}

/** Starts a server and waits until it serves. It ends with the test; nothing of this process's own settings reaches it. */
export async function startServer(environment: Record<string, string>): Promise<ServerProcess> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(BATON_|DATABASE_URL|VITEST|NODE_ENV)/.test(name))
  const child = spawn(process.execPath, [main, 'start', '--json'], {
    env: {
      ...Object.fromEntries(inherited),
      BATON_PORT: '0',
      BATON_SMTP_LISTEN: '127.0.0.1:0',
      BATON_DEMO: '0',
      ...environment,
    },
    // Over the fourth it notices when this process is gone, however that came: no test leaves servers behind.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = once(child, 'close')
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
  }
  onTestFinished(() => end('SIGTERM'))
  let text = ''
  const waiting = new Set<() => void>()
  const hear = (chunk: Buffer): void => {
    text += chunk.toString()
    for (const look of waiting) look()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const find = (words: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = words.exec(text)
        if (found) resolve(found)
      }
      waiting.add(look)
      look()
      ended.then(() => reject(new Error(`The server ended without saying ${words}:\n${text}`)))
    })
  const [report] = await find(/^\{"url":.*\}$/m)
  const { url, mailPort, data } = JSON.parse(report) as { url: string; mailPort: number; data: string }
  return {
    pid: child.pid ?? 0,
    url,
    mailPort,
    data,
    text: () => text,
    says: async words => void (await find(words)),
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM')
      return child.exitCode
    },
  }
}
