import { setTimeout as after } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { written } from '../mail-flow/letters.ts'
import { openPost, type Post } from '../mail-flow/post.ts'

/** Where the server is now; it may be another one a moment later. */
export type Where = { url: string; mailPort: number }

/** A command that was answered. `says`: words that stand nowhere else, so that what it did can be counted. */
export type Done = {
  says: string
  kind: 'open' | 'write' | 'note'
  client: number
  key: string
  tries: number
  status: number
  answer: string
}

/** A mail that was acknowledged with a 250, after how many tries. */
export type Handed = { says: string; tries: number }

export type Load = {
  done: readonly Done[]
  handed: readonly Handed[]
  /** Answers that were none: broken lines, and what the server said of itself, with how often. */
  failures: ReadonlyMap<string, number>
  /** Waits until so many commands more have been answered, and mails been acknowledged. */
  more(commands: number, mails: number): Promise<void>
  /** Lets each client get its last answer, whatever that takes. */
  end(): Promise<void>
}

/** How long a client waits before it tries again, as one does that gets no answer. */
const pauseMs = 50

/**
 * Clients that command and write without a break, each one thing after another. What is not answered is sent again until
 * it is, under the same Idempotency-Key or the same Message-ID, to wherever the server is then.
 */
export function startLoad({
  at,
  keys,
  inbox,
  seed,
}: {
  at: (client: number) => Where
  /** API keys; each client acts as one of these members. */
  keys: readonly string[]
  inbox: string
  seed: number
}): Load {
  const done: Done[] = []
  const handed: Handed[] = []
  const failures = new Map<string, number>()
  const waiting = new Set<() => void>()
  let isEnding = false
  let isAbandoned = false
  // Of a test that failed nobody is left who waits for the last answers.
  onTestFinished(() => {
    isEnding = true
    isAbandoned = true
  })
  const random = numbersFrom(seed)

  const failed = (why: string): Promise<void> => {
    failures.set(why, 1 + (failures.get(why) ?? 0))
    return isAbandoned ? new Promise(() => {}) : after(pauseMs)
  }
  const count = (): void => {
    for (const look of waiting) look()
  }

  /** Sends one command until it is answered. */
  async function answerTo({ path, body, ...command }: Command): Promise<Done> {
    const { client } = command
    for (let tries = 1; ; tries += 1) {
      const reply = await send(at(client).url, { path, body }, keys[client % keys.length] ?? '', command.key)
      if (typeof reply === 'string') await failed(reply)
      else if (reply.status >= 500) await failed(`${reply.status} ${JSON.parse(reply.text).code}`)
      else return { ...command, tries, status: reply.status, answer: reply.text }
    }
  }

  async function command(client: number): Promise<void> {
    const mine: number[] = []
    for (let nth = 0; !isEnding; nth += 1) {
      const says = `command ${client}.${nth} of ${seed}`
      const number = mine[random(mine.length)]
      const next =
        number === undefined || random(10) < 4
          ? opens(says)
          : random(10) < 7
            ? writes(says, number, random)
            : notes(says, number)
      const answered = await answerTo({ ...next, says, client, key: says.replaceAll(' ', '-') })
      if (next.kind === 'open') mine.push(JSON.parse(answered.answer).number)
      done.push(answered)
      count()
    }
  }

  async function write(client: number): Promise<void> {
    let post: Post | null = null
    for (let nth = 0; !isEnding; nth += 1) {
      const says = `letter ${client}.${nth} of ${seed}`
      const address = `writer${client}.${random(40)}@load.example`
      const raw = await written({
        from: `Writer <${address}>`,
        messageId: `<${says.replaceAll(' ', '.')}@load.example>`,
        subject: says,
        text: says,
      })
      for (let tries = 1; ; tries += 1) {
        try {
          post ??= await openPost(at(client).mailPort)
          await post.hand({ from: address, to: inbox, raw })
          handed.push({ says, tries })
          count()
          break
        } catch (error) {
          post?.end()
          post = null
          await failed(
            `SMTP: ${error instanceof Error ? error.message.replace(/\d+\.\d+\.\d+\.\d+:\d+/, 'it') : error}`,
          )
        }
      }
    }
    post?.end()
  }

  const running = [...[0, 1, 2, 3, 4, 5].map(command), ...[0, 1].map(write)]
  return {
    done,
    handed,
    failures,
    more: (commands, mails) => {
      const [wantedCommands, wantedMails] = [done.length + commands, handed.length + mails]
      return new Promise(resolve => {
        const look = (): void => {
          if (done.length < wantedCommands || handed.length < wantedMails) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
      })
    },
    end: async () => {
      isEnding = true
      await Promise.all(running)
    },
  }
}

type Asked = { path: string; body: object }
type Command = Pick<Done, 'says' | 'kind' | 'client' | 'key'> & Asked
type Unnamed = Pick<Command, 'kind'> & Asked

/** What is asked to open an issue whose story are these words. */
export const openingOf = (says: string): Asked => ({
  path: '/issues',
  body: {
    customer: { name: 'Ana Ruiz', email: `${says.replaceAll(' ', '.')}@ruiz.example` },
    subject: 'Charged twice',
    story: says,
    channel: 'email',
  },
})

const opens = (says: string): Unnamed => ({ kind: 'open', ...openingOf(says) })

/** With a promise that falls due within moments: while the server is away, for some. */
const writes = (says: string, number: number, random: (below: number) => number): Unnamed => ({
  kind: 'write',
  path: `/issues/${number}/messages`,
  body: {
    body: says,
    to: 'customer',
    promise: { what: 'A word', due: new Date(Date.now() + 400 + random(4000)).toISOString() },
  },
})

const notes = (says: string, number: number): Unnamed => ({
  kind: 'note',
  path: `/issues/${number}/messages`,
  body: { body: says, to: 'team' },
})

/** The answer to a command, or a sentence that says why there was none. */
export async function send(
  url: string,
  { path, body }: Asked,
  key: string,
  once: string,
): Promise<{ status: number; text: string } | string> {
  try {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': once },
      body: JSON.stringify(body),
    })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : null
    return `HTTP: ${cause && 'code' in cause ? cause.code : error}`
  }
}

/** A small generator of numbers, so that a load can be made again from its seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
