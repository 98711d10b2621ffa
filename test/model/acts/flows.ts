import fc from 'fast-check'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { due, keeps, maybeDue, successor, to } from './act.ts'
import type { Doing } from './acts.ts'
import { watch } from './resolution.ts'

/** What comes next of something, as the issue stands: so that sequences come to an end as people bring them to one. */
type Flow<Said> = { weight: number; said: fc.Arbitrary<Said>; becomes: (said: Said, issue: Issue) => Doing }
const flow = <Said>(given: Flow<Said>): Flow<Said> => given

const live = fc.option(fc.constantFrom('chat', 'phone'), { freq: 2 })

export const flows = {
  /** From hand to hand: understood, offered, accepted, introduced, met. */
  hand_on: flow({
    weight: 25,
    said: fc.record({ to, due, keeps, live }),
    becomes: ({ to, due, keeps, live }, { diagnoses, handoff }) => {
      if (diagnoses.length === 0) return { do: 'diagnose' }
      if (handoff?.state === 'offered') return { do: 'accept', due, moves: keeps }
      if (handoff?.state === 'accepted' && live) return { do: 'introduce_live', channel: live, keepsAll: keeps === 0 }
      if (handoff?.state === 'accepted') return { do: 'introduce', keeps }
      if (handoff?.state === 'live') return { do: 'present' }
      if (handoff?.state === 'introduced') return { do: 'greet', keeps, due }
      if (handoff?.state === 'met' && handoff.how === 'phone' && live === null) return { do: 'object', says: keeps > 0 }
      return { do: 'offer', to, callback: true }
    },
  }),
  help: flow({
    weight: 12,
    said: fc.record({ of: to, due, moved: fc.boolean() }),
    becomes: ({ of, due, moved }, { assists }) => {
      const state = assists.at(-1)?.state
      if (state !== 'asked' && state !== 'accepted' && state !== 'introduced') return { do: 'ask_assist', of, due }
      const step = ({ asked: 'accept', accepted: 'introduce', introduced: 'return' } as const)[state]
      return { do: 'assist', back: 1, step, moved, says: true }
    },
  }),
  /** Proposed, confirmed, closed; and heard of again. */
  solve: flow({
    weight: 12,
    said: fc.record({ heard: fc.boolean(), due: maybeDue, keeps, watch }),
    becomes: ({ heard, due, keeps, watch }, { lifecycle: { phase }, kind, checklist }) => {
      if (phase === 'open' && needsStep({ kind, checklist })) return { do: 'step', as: 'done' }
      if (phase === 'open') return { do: 'propose', keeps, due, watch, byPhone: heard }
      if (phase === 'proposed') return { do: 'confirm', heard, quotes: true }
      if (phase === 'closed') return { do: 'hear', reopensFor: null, channel: 'email' }
      return { do: 'close', reachable: true }
    },
  }),
  /** Of a proposal that nobody answers: another word to the customer, or the end of it. */
  follow_up: flow({
    weight: 1,
    said: fc.record({ close: fc.boolean(), lost: fc.boolean() }),
    becomes: ({ close, lost }, { lifecycle: { phase } }) => {
      const due = 20 * 1440
      if (phase === 'open') return { do: 'propose', keeps: 0, due, watch: [], byPhone: false }
      return close ? { do: 'close', reachable: !lost } : { do: 'write', keeps: 0, due, asksAgain: false }
    },
  }),
  /** Towards closing what can't be fixed. */
  give_up: flow({
    weight: 3,
    said: fc.record({ agrees: fc.boolean(), due: maybeDue, keeps }),
    becomes: ({ agrees, due, keeps }, { cannotFix }) => {
      if (cannotFix?.state === 'asked') return { do: agrees ? 'agree_cannot_fix' : 'refuse_cannot_fix' }
      if (cannotFix?.state === 'agreed') return { do: 'tell_cannot_fix', keeps, due }
      return cannotFix?.state === 'told' ? { do: 'close', reachable: true } : { do: 'ask_cannot_fix' }
    },
  }),
  /** Of an alarm: raised, answered, told of, stood down. */
  alarm: flow({
    weight: 4,
    said: fc.constant({}),
    becomes: (_, { escalation }) => {
      if (escalation?.state === 'raised') return { do: 'acknowledge' }
      if (escalation?.state !== 'answered') return { do: 'raise', by: 'sam', reopensFor: null }
      const waits = escalation.raises.some(({ by, told }) => by.kind === 'member' && !told)
      return waits ? { do: 'tell_outcome' } : { do: 'stand_down', reachable: true }
    },
  }),
  /** Of a checklist: the kind that has one, its step, and the mark taken away again. */
  learn: flow({
    weight: 3,
    said: fc.record({ as: fc.constantFrom('done', 'excused') }),
    becomes: ({ as }, { kind, checklist }) => {
      if (kind !== 'exchange') return { do: 'kind', kind: 'exchange' }
      return { do: 'step', as: needsStep({ kind, checklist }) ? as : 'open' }
    },
  }),
  /** Of a problem that others have too: linked, told of, solved, and not solved after all. */
  share: flow({
    weight: 2,
    said: fc.record({ word: fc.boolean() }),
    becomes: ({ word }, { cause }) => {
      if (!cause) return { do: 'link_cause' }
      if (cause.solution) return word ? { do: 'unlink_cause' } : { do: 'lead_cause', says: 'reopened', by: 'lead' }
      return { do: 'lead_cause', says: word ? 'word' : 'solved', by: 'lead' }
    },
  }),
  /** Solved and closed; and then the customer comes as if it were something new. */
  come_again: flow({
    weight: 2,
    said: fc.record({ reachable: fc.boolean() }),
    becomes: ({ reachable }, { customer, lifecycle: { phase }, kind, checklist }) => {
      const owner = 'ben'
      if (phase === 'open' && needsStep({ kind, checklist })) return { do: 'step', as: 'done' }
      if (phase === 'open') return { do: 'propose', keeps: 0, due: 1440, watch: [], byPhone: reachable }
      if (phase === 'proposed') return { do: 'confirm', heard: false, quotes: false }
      if (phase !== 'closed') return { do: 'close', reachable }
      const whose = customer === 'tom' ? 'tom' : 'ana'
      return { do: 'arrive', customer: whose, channel: 'chat', way: 'contact', owner, call: 'reached', serial: null }
    },
  }),
  /** Taken for spam, and then not. */
  spam: flow({
    weight: 1,
    said: fc.record({ restoresFor: successor }),
    becomes: ({ restoresFor }, { lifecycle: { phase } }) =>
      phase === 'closed' ? { do: 'clear_spam', restoresFor } : { do: 'mark_spam' },
  }),
  /** Checked after it was confirmed, and found to be back. */
  check: flow({
    weight: 1,
    said: fc.record({ found: fc.boolean() }),
    becomes: ({ found }, { lifecycle: { phase } }) => {
      if (phase === 'open') return { do: 'propose', keeps: 0, due: 1440, watch: [3 * 1440, 30 * 1440], byPhone: false }
      if (phase === 'proposed') return { do: 'confirm', heard: false, quotes: false }
      return found ? { do: 'recurred' } : { do: 'write', keeps: 0, due: null, asksAgain: false }
    },
  }),
  thanks: flow({
    weight: 1,
    said: fc.record({ for: fc.constantFrom('ben', 'carla') }),
    becomes: ({ for: whom }, { kudos }) =>
      kudos.length === 0
        ? { do: 'thank', for: whom, moment: 'w:call', byCustomer: true }
        : { do: 'take_back', back: 1 },
  }),
  /** What is the limit's of others: asked for, decided, learned from. */
  approve_it: flow({
    weight: 2,
    said: fc.record({ grants: fc.boolean() }),
    becomes: ({ grants }, { concessions }) => {
      const last = concessions.at(-1)
      if (last?.state === 'waiting') return grants ? { do: 'approve', back: 1 } : { do: 'refuse', back: 1 }
      const isOpen = (last?.state === 'granted' || last?.state === 'approved') && last.review === null
      if (isOpen) return { do: 'review', back: 1 }
      return { do: 'grant', euros: grants ? 60 : 600, kind: 'credit' }
    },
  }),
  /** Of an absence: somebody is asked, and says yes. */
  be_covered: flow({
    weight: 4,
    said: fc.record({ cover: fc.constantFrom('carla', 'eve', 'dana', 'priya'), from: fc.constantFrom(0, 60, 1440) }),
    becomes: ({ cover, from }, { covers }) =>
      covers.some(({ state }) => state === 'asked')
        ? { do: 'answer_cover', accepts: true, mails: true }
        : { do: 'go_away', who: 'owner', from, lasts: 3 * 1440, cover },
  }),
}

const needsStep = ({ kind, checklist }: Pick<Issue, 'kind' | 'checklist'>): boolean =>
  kind === 'exchange' && checklist.length === 0

/** What comes next, or one of the acts, whenever. */
export type Next = {
  [Do in keyof typeof flows]: { do: Do } & ((typeof flows)[Do] extends Flow<infer Said> ? Said : never)
}[keyof typeof flows]

export const isFlow = (given: Doing | Next): given is Next => given.do in flows

/** What it comes to as the issue stands. */
export function becomes(given: Doing | Next, issue: Issue): Doing {
  if (!isFlow(given)) return given
  const { becomes: next } = flows[given.do] as Flow<unknown>
  return next(given, issue)
}
