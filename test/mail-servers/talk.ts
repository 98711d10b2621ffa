import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** One end of a conversation in lines, as mail servers and their clients have it. */
export type Talk = {
  /** Says lines, each with its line end. */
  say(...lines: string[]): void
  /** Says exactly these bytes. */
  sayRaw(bytes: string | Uint8Array): void
  /** The next line that matches; those before it are passed over. Throws when the other end has gone. */
  hear(pattern?: RegExp): Promise<string>
  /** When the other end has gone. */
  gone: Promise<void>
  /** Hangs up politely, or as if the line was cut. */
  end(): void
  cut(): void
}

export function talkOver(socket: Socket): Talk {
  const heard: string[] = []
  let rest = ''
  let isGone = false
  let wake = (): void => {}
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n')
    rest = lines.pop() ?? ''
    heard.push(...lines)
    wake()
  })
  socket.on('error', () => {})
  const gone = new Promise<void>(resolve =>
    socket.once('close', () => {
      isGone = true
      wake()
      resolve()
    }),
  )
  socket.on('end', () => {
    isGone = true
    wake()
  })
  return {
    say: (...lines) => socket.write(lines.map(line => `${line}\r\n`).join('')),
    sayRaw: bytes => socket.write(bytes),
    hear: async (pattern = /^/) => {
      for (;;) {
        const line = heard.shift()
        if (line !== undefined && pattern.test(line)) return line
        if (line !== undefined) continue
        if (isGone) throw new Error(`The other end has gone without saying ${pattern}.`)
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
    },
    gone,
    end: () => socket.end(),
    cut: () => socket.resetAndDestroy(),
  }
}

/** Calls a server on this machine. */
export async function dial(port: number): Promise<Talk> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return talkOver(socket)
}

/** A server whose side of the conversation the test writes: nasty ones, above all. Which caller it is counts from 1. */
export async function startTalker(
  answer: (talk: Talk, caller: number) => Promise<unknown>,
): Promise<{ port: number; callers(): number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>()
  let callers = 0
  const server = createServer(socket => {
    callers += 1
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    // A caller who hangs up ends the conversation, wherever it was.
    answer(talkOver(socket), callers).catch(() => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    callers: () => callers,
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
