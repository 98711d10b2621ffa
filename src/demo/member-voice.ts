import type { CallOutcome } from '../core/contact/contact.ts'
import type { MemberId } from '../core/context.ts'
import type { DeclineReason } from '../core/handoff/handoff.ts'
import type { Instant } from '../core/time/instant.ts'
import { askAssist } from '../desk/assists.ts'
import { logContact, sendMessage } from '../desk/conversation.ts'
import type { Caller, Desk, Outcome } from '../desk/desk.ts'
import { acknowledgeEscalation, standDownEscalation } from '../desk/escalations.ts'
import * as handoffs from '../desk/handoffs.ts'
import { callHuddle } from '../desk/huddles.ts'
import { claim, takeOver } from '../desk/ownership.ts'
import { makePromise, movePromise } from '../desk/promises.ts'
import { closeIssue, confirmResolution, denyResolution, proposeResolution } from '../desk/resolution.ts'
import { establishFact, recordDiagnosis } from '../desk/story.ts'
import { readNow } from '../store/now.ts'
import type { PersonName } from './company.ts'
import type { Pen, Thread } from './script.ts'
import { callerOf, issueOf, memberOf, numberOf, type Stage, teamOf } from './stage.ts'

/** When the customer hears next, and of what; `keeps`: which running promises the contact answers, by default all. */
export type Next = { next?: Instant; what?: string; keeps?: 'all' | 'answers' | 'nothing'; asks?: string[] }
export type Call = Next & { outcome?: CallOutcome }
export type Brief = { problem: string; tried: string; why: string; asked: string; told: string; callback?: string }
export type Proposal = Next & { wrong: string; done: string; holds: string; message?: string }
export type Receiver = { me: PersonName } | { team: string }

/** What one person of the company does in a story. Each verb is a function of the desk. */
export type MemberVoice = ReturnType<typeof memberVoice>

export function memberVoice(me: PersonName, pen: Pen) {
  const does = (
    verb: string,
    ask: (desk: Desk, by: Caller, number: number, scene: Scene) => Promise<Outcome<unknown>>,
  ) =>
    pen(`${me} ${verb}`, (stage, thread) => ask(stage.desk, callerOf(stage, me), numberOf(thread), { stage, thread }))
  return {
    me,
    /** Of those on shift, it is their turn to be given what arrives next (Rule 2). */
    isNext: () =>
      pen(`${me} is next`, async stage => {
        await giveTurn(stage, memberOf(stage, me))
        return { answer: null }
      }),
    /** Makes it theirs, unless the intake has given it to them already (Rule 2). */
    takes: () =>
      does('takes it', async (desk, by, number, { stage, thread }) => {
        const answer = await issueOf(stage, thread)
        return answer.owner.id === memberOf(stage, me) ? { answer } : claim(desk, by, number)
      }),
    takesOver: (reason: string) => does('takes over', (desk, by, number) => takeOver(desk, by, number, { reason })),

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
    diagnoses: (text: string) => does('diagnoses', (desk, by, number) => recordDiagnosis(desk, by, number, { text })),

    promises: (what: string, due: Instant) =>
      does('promises', (desk, by, number) => makePromise(desk, by, number, { what, due })),
    /** Moves the promise that is due soonest, by telling the customer. */
    moves: (due: Instant, message: string) =>
      does('moves the promise', async (desk, by, number, scene) =>
        movePromise(desk, by, number, await soonest(scene), { due, message }),
      ),

    offers: (to: Receiver, brief: Brief) =>
      does('offers', (desk, by, number, { stage }) => offer(desk, by, number, { to: whom(stage, to), brief })),
    /** Offers where it has been before, and is refused: a circle (Rule 11). */
    offersInCircle: (to: Receiver, brief: Brief) =>
      does('offers in a circle', async (desk, by, number, { stage }) => {
        const offered = await offer(desk, by, number, { to: whom(stage, to), brief })
        return 'refusal' in offered && offered.refusal.code === 'circle' ? { answer: null } : offered
      }),
    callsHuddle: (to: Receiver) =>
      does('calls a huddle', (desk, by, number, { stage }) => callHuddle(desk, by, number, { with: whom(stage, to) })),
    /** Asks somebody to help, for the customer (Rule 16). */
    asks: (of: Receiver, ask: string, due: Instant) =>
      does('asks for help', (desk, by, number, { stage }) =>
        askAssist(desk, by, number, { of: whom(stage, of), ask, due }),
      ),
    accepts: (readBack: string, nextStep: string, due: Instant) =>
      does('accepts', async (desk, by, number, scene) =>
        handoffs.acceptHandoff(desk, by, number, await lastHandoff(scene), { readBack, nextStep, due, moves: [] }),
      ),
    declines: (reason: DeclineReason, suggestion: string | null = null) =>
      does('declines', async (desk, by, number, scene) =>
        handoffs.declineHandoff(desk, by, number, await lastHandoff(scene), { reason, suggestion }),
      ),
    withdraws: (message: string | null = null) =>
      does('withdraws', async (desk, by, number, scene) =>
        handoffs.withdrawHandoff(desk, by, number, await lastHandoff(scene), { message }),
      ),
    introduces: (message: string) =>
      does('introduces', async (desk, by, number, scene) =>
        handoffs.introduceHandoff(desk, by, number, await lastHandoff(scene), { message, keeps: 'all' }),
      ),
    greets: (message: string) =>
      does('greets', async (desk, by, number, scene) => {
        const keeps = await running(scene, 'answers')
        return handoffs.greetHandoff(desk, by, number, await lastHandoff(scene), { message, keeps, promise: null })
      }),

    /** Proposes it as solved, by mail and without a watch. Without another promise they ask on the fourth working day whether it has held. */
    proposes: ({ wrong, done, holds, message, ...given }: Proposal) =>
      does('proposes', async (desk, by, number, scene) => {
        const now = await readNow(desk.database, desk.workspace)
        const next = {
          next: scene.stage.times.workdaysAfter(now, 4, '13:00'),
          what: 'I ask whether it has held',
          ...given,
        }
        const resolution = { wrong, done, holds, watch: [], channel: 'email' as const, message: message ?? null }
        return proposeResolution(desk, by, number, { ...resolution, ...(await promised(next, scene)) })
      }),
    hearsYes: (how: 'reply' | 'phone', words: string) =>
      does('hears yes', (desk, by, number) => confirmResolution(desk, by, number, { heard: { how, words } })),
    hearsNo: (words: string) => does('hears no', (desk, by, number) => denyResolution(desk, by, number, { words })),
    closes: () => does('closes', (desk, by, number) => closeIssue(desk, by, number)),

    /** Answers the alarm, and is its champion. */
    acknowledges: () => does('acknowledges', (desk, by, number) => acknowledgeEscalation(desk, by, number, 1)),
    standsDown: (outcome: string) =>
      does('stands down', (desk, by, number) => standDownEscalation(desk, by, number, 1, { outcome })),
  }
}

const offer = (desk: Desk, by: Caller, number: number, { to, brief }: { to: ReturnType<typeof whom>; brief: Brief }) =>
  handoffs.offerHandoff(desk, by, number, { to, brief: { diagnosis: null, callback: null, ...brief } })

const whom = (stage: Stage, to: Receiver) =>
  'me' in to ? { member: memberOf(stage, to.me) } : { team: teamOf(stage, to.team) }

/** Whoever was given one longest ago is next. */
async function giveTurn({ desk }: Stage, member: MemberId): Promise<void> {
  await desk.database.query(
    `insert into intake_turn (workspace_id, member_id, given_at)
    select $1, m.member_id, case when m.member_id = $2 then 'epoch'::timestamptz else 'epoch'::timestamptz + interval '1 day' end
    from member m
    where m.workspace_id = $1 and m.role <> 'colleague'
    on conflict (workspace_id, member_id) do update
    set given_at = case when excluded.member_id = $2 then excluded.given_at else intake_turn.given_at end`,
    [desk.workspace, member],
  )
}

type Scene = { stage: Stage; thread: Thread }

async function promised({ next, what, keeps = 'all' }: Next, scene: Scene) {
  const promise = next === undefined ? null : { what: what ?? null, due: next }
  if (keeps === 'all') return { promise, keeps } as const
  return { promise, keeps: keeps === 'nothing' ? [] : await running(scene, 'answers') }
}

/** Numbers of the promises that run: all, or those of an answer to what the customer wrote. */
async function running({ stage, thread }: Scene, which: 'all' | 'answers'): Promise<number[]> {
  const { promises } = await issueOf(stage, thread)
  const open = promises.filter(({ state }) => state === 'open' || state === 'broken')
  return open.filter(({ kind }) => which === 'all' || kind === 'answer').map(({ id }) => id)
}

async function soonest({ stage, thread }: Scene): Promise<number> {
  const { promises } = await issueOf(stage, thread)
  const open = promises.filter(({ state }) => state === 'open').sort((one, other) => (one.due < other.due ? -1 : 1))
  const [first] = open
  if (!first) throw new Error('No promise is running that could be moved.')
  return first.id
}

async function lastHandoff({ stage, thread }: Scene): Promise<number> {
  const { handoff } = await issueOf(stage, thread)
  if (!handoff) throw new Error('Nothing has been offered to anybody.')
  return handoff.id
}
