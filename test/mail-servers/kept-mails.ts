import type { RawMail } from '../../src/channels/email/keep.ts'

/** In place of the desk: keeps mails in memory, and lets a test wait for them. */
export type KeptMails = {
  keep(mail: RawMail): Promise<void>
  /** All that were kept, also the same one twice, in order. */
  all: readonly RawMail[]
  /** When this many have been kept. */
  count(many: number): Promise<void>
  /** When such a one has been kept. */
  found(matches: (mail: RawMail) => boolean): Promise<void>
}

/** `before`: what happens before each is kept, such as a failure. It counts from 1. */
export function keptMails(before: (nth: number, mail: RawMail) => unknown = () => {}): KeptMails {
  const all: RawMail[] = []
  const { until, look } = watching()
  let nth = 0
  return {
    all,
    keep: async mail => {
      nth += 1
      await before(nth, mail)
      all.push(mail)
      look()
    },
    count: many => until(() => all.length >= many),
    found: matches => until(() => all.some(matches)),
  }
}

/** What was said, and when something was. */
export function saidLines(): {
  say(line: string): void
  lines: readonly string[]
  heard(pattern: RegExp): Promise<string>
} {
  const lines: string[] = []
  const { until, look } = watching()
  const find = (pattern: RegExp): string | undefined => lines.find(line => pattern.test(line))
  return {
    lines,
    say: line => {
      lines.push(line)
      look()
    },
    heard: async pattern => {
      await until(() => find(pattern) !== undefined)
      return find(pattern) ?? ''
    },
  }
}

/** Promises that come true when something holds, which is looked at whenever something has changed. */
function watching(): { until(holds: () => boolean): Promise<void>; look(): void } {
  const waiting = new Map<() => boolean, () => void>()
  const look = (): void => {
    for (const [holds, resolve] of waiting) {
      if (!holds()) continue
      waiting.delete(holds)
      resolve()
    }
  }
  return {
    look,
    until: holds =>
      new Promise(resolve => {
        waiting.set(holds, resolve)
        look()
      }),
  }
}
