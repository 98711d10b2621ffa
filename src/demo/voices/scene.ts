import type { Instant } from '../../core/time/instant.ts'
import type { Caller, Desk, Outcome } from '../../desk/desk.ts'
import type { PersonName } from '../company.ts'
import type { Pen, Thread } from '../script.ts'
import { callerOf, issueOf, memberOf, numberOf, type Stage, teamOf } from '../stage.ts'

/** Where somebody acts: the stage, and the issue that the story is about. */
export type Scene = { stage: Stage; thread: Thread }

/** Something that a person of the company does on the issue of the story. */
export type Does = (
  verb: string,
  ask: (desk: Desk, by: Caller, number: number, scene: Scene) => Promise<Outcome<unknown>>,
) => void

/** Something that a person of the company does on no issue. */
export type DoesApart = (verb: string, ask: (desk: Desk, by: Caller, stage: Stage) => Promise<Outcome<unknown>>) => void

export const doing =
  (me: PersonName, pen: Pen): Does =>
  (verb, ask) =>
    pen(`${me} ${verb}`, (stage, thread) => ask(stage.desk, callerOf(stage, me), numberOf(thread), { stage, thread }), {
      member: me,
    })

export const doingApart =
  (me: PersonName, pen: Pen): DoesApart =>
  (verb, ask) =>
    pen(`${me} ${verb}`, stage => ask(stage.desk, callerOf(stage, me), stage))

/** What the rulebook does not let them do, as the story says. */
export async function refused(code: string, asked: Promise<Outcome<unknown>>): Promise<Outcome<unknown>> {
  const outcome = await asked
  if ('refusal' in outcome && outcome.refusal.code === code) return { answer: null }
  if ('answer' in outcome) throw new Error(`The rulebook lets it happen; the story says that it is refused (${code}).`)
  return outcome
}

export type Receiver = { me: PersonName } | { team: string }

export const whom = (stage: Stage, to: Receiver) =>
  'me' in to ? { member: memberOf(stage, to.me) } : { team: teamOf(stage, to.team) }

/** When the customer hears next, and of what; `keeps`: which running promises the contact answers, by default all. */
export type Next = { next?: Instant; what?: string; keeps?: 'all' | 'answers' | 'nothing'; asks?: string[] }

export async function promised({ next, what, keeps = 'all' }: Next, scene: Scene) {
  const promise = next === undefined ? null : { what: what ?? null, due: next }
  if (keeps === 'all') return { promise, keeps } as const
  return { promise, keeps: keeps === 'nothing' ? [] : await running(scene, 'answers') }
}

/** Numbers of the promises that run: all, or those of an answer to what the customer wrote. */
export async function running({ stage, thread }: Scene, which: 'all' | 'answers'): Promise<number[]> {
  const { promises } = await issueOf(stage, thread)
  const open = promises.filter(({ state }) => state === 'open' || state === 'broken')
  return open.filter(({ kind }) => which === 'all' || kind === 'answer').map(({ id }) => id)
}

/** The message or call of the issue that begins with these words. */
export async function messageThatBegins({ stage, thread }: Scene, begin: string): Promise<string> {
  const { desk } = stage
  const { rows } = await desk.database.query<{ id: string }>(
    'select message_id as id from message where workspace_id = $1 and number = $2 and starts_with(body, $3)',
    [desk.workspace, numberOf(thread), begin],
  )
  const [message] = rows
  if (!message) throw new Error(`Nothing on #${thread.number} begins with "${begin}".`)
  return message.id
}
