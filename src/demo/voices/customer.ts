import type { RatingChoice } from '../../core/resolution/rating.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Outcome } from '../../desk/desk.ts'
import { openIssue } from '../../desk/open.ts'
import {
  confirmByPortal,
  denyByPortal,
  raiseByPortal,
  rateByPortal,
  thankByPortal,
  writeByPortal,
} from '../../desk/portal.ts'
import type { Person } from '../customers.ts'
import { type Letter, postAgain, postBounce, postLetter, postOdd, postReply } from '../post.ts'
import type { Pen, Thread } from '../script.ts'
import { callerOf, customerOf, numberOf, type Stage } from '../stage.ts'
import type { MemberVoice } from './member.ts'
import { messageThatBegins } from './scene.ts'

/** What is told on the phone: what the company promised then, and what became known. */
export type Told = { next?: Instant; what?: string; facts?: Record<string, string> }

/** What a customer does in a story. */
export type CustomerVoice = ReturnType<typeof customerVoice>

export function customerVoice(me: Person, pen: Pen) {
  return {
    /** Writes a first mail, which opens the issue. */
    mails: (subject: string, text: string, letter: Letter = {}) =>
      pen(
        `${me.name} mails`,
        async (stage, thread) => {
          const number = await postLetter(stage, me, subject, text, letter)
          goOnWith(thread, number)
          return { answer: { number } }
        },
        { opens: true },
      ),
    /** Writes a mail that says not which of their open issues it is about: it lands with the one last in contact (Rule 3). */
    mailsAgain: (subject: string, text: string) =>
      pen(`${me.name} mails again`, async (stage, thread) => {
        goOnWith(thread, await postAgain(stage, me, subject, text))
        return done
      }),
    /** Their mail program answers something that nobody here wrote: no issue of anybody. */
    answersNothing: (subject: string, text: string) =>
      pen(`${me.name} answers nothing`, async stage => {
        await postOdd(stage, me, subject, text, 'machine')
        return done
      }),
    /** Writes without saying who they are: kept for a person. */
    mailsNameless: (subject: string, text: string) =>
      pen('somebody mails', async stage => {
        await postOdd(stage, null, subject, text, 'kept')
        return done
      }),
    /** Answers the last mail of ours. */
    replies: (text: string, letter: Letter = {}) =>
      pen(`${me.name} replies`, async (stage, thread) => {
        await postReply(stage, me, numberOf(thread), text, letter)
        return done
      }),
    /** Their mail program answers by itself. */
    isOutOfOffice: (text: string) =>
      pen(`${me.name} is out of office`, async (stage, thread) => {
        await postReply(stage, me, numberOf(thread), text, { automatic: true })
        return done
      }),
    /** The last mail of ours comes back. */
    bounces: () =>
      pen(`mail to ${me.name} bounces`, async (stage, thread) => {
        await postBounce(stage, me, numberOf(thread))
        return done
      }),
    /** Calls, and whoever answers owns the issue (Rule 2). */
    calls: (whom: MemberVoice, subject: string, text: string, { next, what, facts = {} }: Told = {}) =>
      pen(
        `${me.name} calls`,
        async (stage, thread) => {
          const opened = await openIssue(stage.desk, callerOf(stage, whom.me), {
            customer: { id: customerOf(stage, me) },
            subject,
            story: text,
            channel: 'phone',
            facts: Object.entries(facts).map(([key, value]) => ({
              key,
              value,
              how: 'said on the phone',
              excuse: null,
            })),
            promise: next ? { what: what ?? null, due: next } : null,
          })
          if ('answer' in opened) goOnWith(thread, opened.answer.number)
          return opened
        },
        { opens: true, member: whom.me },
      ),
    /** Writes on the page that a link in our mail opens. */
    writesOnPage: (body: string) => onPage('writes', (desk, id, number) => writeByPortal(desk, id, number, { body })),
    confirms: () => onPage('confirms', confirmByPortal),
    denies: (words: string) => onPage('denies', (desk, id, number) => denyByPortal(desk, id, number, { words })),
    /** Says on their page how they were looked after (Rule 32). */
    rates: (choice: RatingChoice, words: string | null = null) =>
      onPage('says how they were looked after', (desk, id, number) =>
        rateByPortal(desk, id, number, { choice, words }),
      ),
    /** Lights the Lighthouse themselves, on their page (Rule 23). */
    raises: (impact: string, needed: string) =>
      onPage('lights the Lighthouse', (desk, id, number) =>
        raiseByPortal(desk, id, number, { impact, tried: null, needed }),
      ),
    /** Thanks, with one click, for the message or call that begins with these words (Rule 30). */
    thanksFor: (begin: string) =>
      pen(`${me.name} says thanks`, async (stage, thread) => {
        const message = await messageThatBegins({ stage, thread }, begin)
        return thankByPortal(stage.desk, customerOf(stage, me), numberOf(thread), { message })
      }),
  }

  function onPage(
    verb: string,
    act: (desk: Stage['desk'], customer: string, number: number) => Promise<Outcome<unknown>>,
  ): void {
    pen(`${me.name} ${verb}`, (stage, thread) => act(stage.desk, customerOf(stage, me), numberOf(thread)))
  }
}

const done = { answer: null }

function goOnWith(thread: Thread, number: number): void {
  if (thread.number !== null && thread.number !== number) thread.before.push(thread.number)
  thread.number = number
}
