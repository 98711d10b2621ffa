import { afterEach, expect, test } from 'vitest'
import { keptMails, saidLines } from '../../../../test/mail-servers/kept-mails.ts'
import { startTalker, type Talk } from '../../../../test/mail-servers/talk.ts'
import { type FetcherPatience, fetchImap } from './imap.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const quick: Partial<FetcherPatience> = {
  connectMs: 500,
  silentMs: 500,
  firstPauseMs: 5,
  longestPauseMs: 20,
  stopMs: 50,
}

/** A fetcher and a server whose side the test writes, by caller. */
async function start(
  answer: (talk: Talk, caller: number) => Promise<unknown>,
  patience: Partial<FetcherPatience> = {},
  kept = keptMails(),
) {
  const server = await startTalker(answer)
  stops.push(server.stop)
  const said = saidLines()
  const fetcher = fetchImap({
    mailbox: { host: '127.0.0.1', port: server.port, tls: false, user: 'desk', password: 'right', mailbox: 'INBOX' },
    keep: kept.keep,
    say: said.say,
    patience: { ...quick, ...patience },
  })
  stops.push(fetcher.stop)
  return { server, fetcher, kept, said }
}

type Answers = {
  login?: string
  /** What is unread, by UID. */
  unread?: Map<number, string>
  /** Called in place of an answer to the fetching of a mail. */
  onFetch?: (talk: Talk, uid: number) => Promise<boolean> | boolean
  onStore?: (uid: number) => string
  onIdle?: (talk: Talk) => void
  sizes?: Map<number, number>
}

/** A server that behaves, as far as a fetcher asks, but for what the test changes. */
async function behave(talk: Talk, answers: Answers = {}): Promise<void> {
  const unread = answers.unread ?? new Map<number, string>()
  talk.say('* OK [CAPABILITY IMAP4rev1 IDLE] ready')
  for (;;) {
    const line = await talk.hear()
    const [tag = '', command = ''] = line.split(' ')
    const uid = Number(/^\S+ UID \w+ (\d+)/.exec(line)?.[1])
    switch (command.toUpperCase()) {
      case 'LOGIN':
        talk.say(answers.login === undefined ? `${tag} OK in` : `${tag} ${answers.login}`)
        break
      case 'SELECT':
        talk.say(`* ${unread.size} EXISTS`, '* OK [UIDVALIDITY 7] valid', `* OK [UIDNEXT 100] next`)
        talk.say('* FLAGS (\\Seen)', '* OK [PERMANENTFLAGS (\\Seen)] limited', `${tag} OK [READ-WRITE] open`)
        break
      case 'IDLE':
        talk.say('+ idling')
        answers.onIdle?.(talk)
        await talk.hear(/^DONE/)
        talk.say(`${tag} OK done`)
        break
      case 'UID': {
        if (line.includes(' SEARCH ')) talk.say(`* SEARCH ${[...unread.keys()].join(' ')}`)
        else if (line.includes('BODY.PEEK[]')) {
          if (answers.onFetch && !(await answers.onFetch(talk, uid))) return
          const raw = unread.get(uid) ?? ''
          talk.say(`* 1 FETCH (UID ${uid} BODY[] {${raw.length}}`)
          talk.sayRaw(`${raw})\r\n`)
        } else if (line.includes(' FETCH ')) {
          const about = [...unread].map(
            ([each, raw]) => `UID ${each} RFC822.SIZE ${answers.sizes?.get(each) ?? raw.length}`,
          )
          talk.say(...about.map((words, index) => `* ${index + 1} FETCH (${words})`))
        } else if (line.includes(' STORE ')) {
          const stored = answers.onStore?.(uid) ?? 'OK stored'
          if (stored.startsWith('OK')) unread.delete(uid)
          talk.say(`${tag} ${stored}`)
          break
        }
        talk.say(`${tag} OK done`)
        break
      }
      case 'LOGOUT':
        talk.say('* BYE', `${tag} OK bye`)
        talk.end()
        return
      default:
        if (command) talk.say(`${tag} OK done`)
    }
  }
}

const mail = (subject: string): string => `From: Ana <ana@ruiz.example>\r\nSubject: ${subject}\r\n\r\nIt is back.\r\n`

const oneUnread = (): Map<number, string> => new Map([[4, mail('one')]])

test('a mail without a return path has the sender of its letterhead', async () => {
  const { kept, said } = await start(talk => behave(talk, { unread: oneUnread() }))
  await kept.count(1)
  expect(kept.all[0]).toMatchObject({ via: 'imap', sourceKey: '127.0.0.1/desk/INBOX/7/4', envelopeTo: [] })
  expect(said.lines).toHaveLength(1)
})

test.each<[string, (talk: Talk) => Promise<unknown>]>([
  ['hangs up at once', async talk => talk.end()],
  ['cuts the line', async talk => talk.cut()],
  ['says nothing at all', talk => talk.gone],
  [
    'says what is no IMAP',
    async talk => {
      talk.say('HTTP/1.1 200 OK')
      await talk.gone
    },
  ],
  [
    'greets and then hangs',
    async talk => {
      talk.say('* OK ready')
      await talk.gone
    },
  ],
  [
    'says goodbye',
    async talk => {
      talk.say('* BYE overloaded')
      talk.end()
    },
  ],
])('after a server that %s it calls again, and gets the mail', async (_what, nasty) => {
  const { kept, said, server } = await start((talk, caller) =>
    caller <= 2 ? nasty(talk) : behave(talk, { unread: oneUnread() }),
  )
  await kept.count(1)
  expect(server.callers()).toBeGreaterThanOrEqual(3)
  expect(said.lines[0]).toMatch(/^The .*mail server 127\.0\.0\.1:\d+.* Trying again\.$/)
  expect(said.lines.at(-1)).toMatch(/^Mail is fetched from/)
  // The same trouble is said once.
  expect(said.lines).toEqual([...new Set(said.lines)])
})

test('a server that dies while it sends a mail gets that mail asked for again; half of it is never kept', async () => {
  const unread = oneUnread()
  const { kept } = await start((talk, caller) =>
    behave(talk, {
      unread,
      onFetch: (talker, uid) => {
        if (caller > 2) return true
        talker.sayRaw(`* 1 FETCH (UID ${uid} BODY[] {500}\r\nFrom: Ana\r\nSubject: ha`)
        talker.cut()
        return false
      },
    }),
  )
  await kept.count(1)
  expect(kept.all.map(({ raw }) => String(raw))).toEqual([mail('one')])
})

test('a server that hangs while it sends a mail is given up, also when it trickles', async () => {
  const trickles: NodeJS.Timeout[] = []
  const { kept, said } = await start(
    (talk, caller) =>
      behave(talk, {
        unread: oneUnread(),
        onFetch: async (talker, uid) => {
          if (caller > 2) return true
          talker.sayRaw(`* 1 FETCH (UID ${uid} BODY[] {5000}\r\nFrom`)
          if (caller === 2) trickles.push(setInterval(() => talker.sayRaw('x'), 20))
          await talker.gone
          return false
        },
      }),
    { answerMs: 1000 },
  )
  await kept.count(1)
  for (const trickle of trickles) clearInterval(trickle)
  expect(said.lines.slice(0, -1).join('\n')).toMatch(/did not answer in time/)
})

test('a mail that was kept, but not marked before the server died, comes again with the same source key', async () => {
  const unread = oneUnread()
  const { kept } = await start((talk, caller) =>
    behave(talk, {
      unread,
      onStore: () => {
        if (caller === 1) talk.cut()
        return 'OK stored'
      },
    }).finally(() => {
      // The dead server forgot the mark.
      if (caller === 1) unread.set(4, mail('one'))
    }),
  )
  await kept.count(2)
  expect(new Set(kept.all.map(({ sourceKey }) => sourceKey))).toEqual(new Set(['127.0.0.1/desk/INBOX/7/4']))
})

test('a mailbox in which nothing can be marked is said once, and its mails are not fetched over and over', async () => {
  const looks = Promise.withResolvers<void>()
  let idles = 0
  const { kept, said } = await start(
    talk =>
      behave(talk, {
        unread: oneUnread(),
        onStore: () => 'NO read only',
        onIdle: () => {
          idles += 1
          if (idles === 4) looks.resolve()
        },
      }),
    { lookMs: 5 },
  )
  await looks.promise
  expect(kept.all).toHaveLength(1)
  expect(said.lines.filter(line => line.includes("can't be marked as read"))).toHaveLength(1)
})

test('a mail that is too large is left unread, said once, and does not hold up the others', async () => {
  const unread = new Map([
    [4, mail('giant')],
    [5, mail('small')],
  ])
  const { kept, said } = await start(talk => behave(talk, { unread, sizes: new Map([[4, 300 * 1024 * 1024]]) }))
  await kept.count(1)
  expect(kept.all.map(({ sourceKey }) => sourceKey)).toEqual(['127.0.0.1/desk/INBOX/7/5'])
  expect(said.lines.join('\n')).toMatch(/too large to fetch \(300 MB/)
  expect(unread.has(4)).toBe(true)
})

test('mail is found even when the server forgets to tell of it', async () => {
  const unread = new Map<number, string>()
  const { kept } = await start(talk => behave(talk, { unread, onIdle: () => unread.set(9, mail('untold')) }), {
    lookMs: 20,
  })
  await kept.count(1)
})

test('a connection that dies without a word while it waits is noticed', async () => {
  const { kept } = await start(async (talk, caller) => {
    // The first server falls silent as soon as it idles: it hears, and never answers again.
    if (caller === 1)
      await behave(talk, {
        onIdle: () => {
          throw new Error('silent')
        },
      }).catch(() => talk.gone)
    else await behave(talk, { unread: oneUnread() })
  })
  await kept.count(1)
})

test('a refused password is tried again, more and more rarely', async () => {
  const { server, said, kept } = await start((talk, caller) =>
    caller <= 2 ? behave(talk, { login: 'NO [AUTHENTICATIONFAILED] wrong' }) : behave(talk, { unread: oneUnread() }),
  )
  await kept.count(1)
  expect(server.callers()).toBeGreaterThanOrEqual(3)
  expect(said.lines[0]).toMatch(/does not let "desk" sign in\. Check the password in BATON_IMAP\..*wrong/)
  expect(said.lines.join('\n')).not.toContain('right')
})

test('stopping ends everything, whatever the server is at', async () => {
  for (const nasty of [
    (talk: Talk) => talk.gone,
    (talk: Talk) => behave(talk),
    (talk: Talk) => behave(talk, { unread: oneUnread(), onFetch: talker => talker.gone.then(() => false) }),
  ]) {
    const called = Promise.withResolvers<void>()
    const { fetcher } = await start(
      talk => {
        called.resolve()
        return nasty(talk)
      },
      { connectMs: 60_000, silentMs: 60_000, lookMs: 60_000 },
    )
    await called.promise
    await fetcher.stop()
  }
})
