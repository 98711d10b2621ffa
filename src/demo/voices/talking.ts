import type { CallOutcome } from '../../core/contact/contact.ts'
import type { Instant } from '../../core/time/instant.ts'
import { logContact, sendMessage } from '../../desk/conversation.ts'
import { makePromise, movePromise } from '../../desk/promises.ts'
import { markSpam } from '../../desk/spam.ts'
import { establishFact, recordDiagnosis } from '../../desk/story.ts'
import { issueOf } from '../stage.ts'
import { type Does, type Next, promised, refused, type Scene } from './scene.ts'

export type Call = Next & { outcome?: CallOutcome }

/** The story, the conversation and the promises (Rules 3, 12, 13 and 31). */
export const talking = (does: Does) => ({
  writes: (body: string, next: Next = {}) =>
    does('writes', async (desk, by, number, scene) =>
      sendMessage(desk, by, number, {
        body,
        to: 'customer',
        asks: next.asks ?? [],
        ...(await promised(next, scene)),
      }),
    ),
  notes: (body: string) =>
    does('notes', (desk, by, number) =>
      sendMessage(desk, by, number, { body, to: 'team', asks: [], promise: null, keeps: 'all' }),
    ),
  /** Calls the customer. */
  calls: (summary: string, { outcome = 'reached', ...next }: Call = {}) =>
    does('calls', async (desk, by, number, scene) => {
      const call = { channel: 'phone', direction: 'out', outcome, summary } as const
      return logContact(desk, by, number, { ...call, ...(await promised(next, scene)) })
    }),
  /** Is called by the customer about an issue that is open already. */
  answers: (summary: string, next: Next = {}) =>
    does('answers a call', async (desk, by, number, scene) => {
      const call = { channel: 'phone', direction: 'in', outcome: 'reached', summary } as const
      return logContact(desk, by, number, { ...call, ...(await promised(next, scene)) })
    }),

  knows: (key: string, value: string, how: string | null = null) =>
    does('knows', (desk, by, number) => establishFact(desk, by, number, { key, value, how, excuse: null })),
  /** Would put a fact down as no lesson lets it be established, and is stopped (Rule 28). */
  mayNotKnow: (key: string, value: string, how: string) =>
    does('is stopped by a fact rule', (desk, by, number) =>
      refused('fact_rule', establishFact(desk, by, number, { key, value, how, excuse: null })),
    ),
  diagnoses: (text: string) => does('diagnoses', (desk, by, number) => recordDiagnosis(desk, by, number, { text })),

  promises: (what: string, due: Instant) =>
    does('promises', (desk, by, number) => makePromise(desk, by, number, { what, due })),
  /** Moves the promise that is due soonest, by telling the customer. */
  moves: (due: Instant, message: string) =>
    does('moves the promise', async (desk, by, number, scene) =>
      movePromise(desk, by, number, await soonest(scene), { due, message }),
    ),
  marksAsSpam: (why: string) => does('marks it as spam', (desk, by, number) => markSpam(desk, by, number, { why })),
})

async function soonest({ stage, thread }: Scene): Promise<number> {
  const { promises } = await issueOf(stage, thread)
  const open = promises.filter(({ state }) => state === 'open').sort((one, other) => (one.due < other.due ? -1 : 1))
  const [first] = open
  if (!first) throw new Error('No promise is running that could be moved.')
  return first.id
}
