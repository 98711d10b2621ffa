import type { Instant } from '../core/time/instant.ts'
import type { Outcome } from '../desk/desk.ts'
import { openIssue } from '../desk/open.ts'
import { confirmByPortal, denyByPortal, writeByPortal } from '../desk/portal.ts'
import type { Person } from './customers.ts'
import type { MemberVoice } from './member-voice.ts'
import { type Letter, postBounce, postLetter, postOdd, postReply } from './post.ts'
import type { Pen } from './script.ts'
import { callerOf, customerOf, numberOf, type Stage } from './stage.ts'

/** What is told on the phone: what the company promised then, and what became known. */
export type Told = { next?: Instant; what?: string; facts?: Record<string, string> }

/** What a customer does in a story. */
export type CustomerVoice = ReturnType<typeof customerVoice>

export function customerVoice(me: Person, pen: Pen) {
  return {
    /** Writes a first mail, which opens the issue. */
    mails: (subject: string, text: string, letter: Letter = {}) =>
      pen(`${me.name} mails`, async (stage, thread) => {
        const number = await postLetter(stage, me, subject, text, letter)
        thread.number = number
        return { answer: { number } }
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
      pen(`${me.name} calls`, async (stage, thread) => {
        const opened = await openIssue(stage.desk, callerOf(stage, whom.me), {
          customer: { id: customerOf(stage, me) },
          subject,
          story: text,
          channel: 'phone',
          facts: Object.entries(facts).map(([key, value]) => ({ key, value, how: 'said on the phone', excuse: null })),
          promise: next ? { what: what ?? null, due: next } : null,
        })
        if ('answer' in opened) thread.number = opened.answer.number
        return opened
      }),
    /** Writes on the page that a link in our mail opens. */
    writesOnPage: (body: string) => onPage('writes', (desk, id, number) => writeByPortal(desk, id, number, { body })),
    confirms: () => onPage('confirms', confirmByPortal),
    denies: (words: string) => onPage('denies', (desk, id, number) => denyByPortal(desk, id, number, { words })),
  }

  function onPage(
    verb: string,
    act: (desk: Stage['desk'], customer: string, number: number) => Promise<Outcome<unknown>>,
  ): void {
    pen(`${me.name} ${verb}`, (stage, thread) => act(stage.desk, customerOf(stage, me), numberOf(thread)))
  }
}

const done = { answer: null }
