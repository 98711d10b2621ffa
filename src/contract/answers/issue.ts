import { z } from 'zod'
import { concessionKinds } from '../../core/escalation/limit.ts'
import type { Way as WayOfRules } from '../../core/issue/ownership.ts'
import type { May as MayOfRules } from '../../core/may.ts'
import type { PromiseKind as PromiseKindOfRules } from '../../core/promise/promise.ts'
import type { RatingChoice as RatingChoiceOfRules } from '../../core/resolution/rating.ts'
import { AssistAnswer } from './assist.ts'
import { LookalikeAnswer, UnplacedAnswer } from './contact.ts'
import { CoverAnswer } from './cover.ts'
import { EscalationAnswer } from './escalation.ts'
import { HandoffAnswer, HuddleAnswer, StallAnswer } from './handoff.ts'
import { KindRef, KudosAnswer, StepAnswer } from './learning.ts'
import {
  ActorRef,
  at,
  Channel,
  CustomerRef,
  count,
  every,
  From,
  MemberRef,
  MoneyAnswer,
  Outcome,
  Phase,
  Rank,
} from './values.ts'
import { Waits } from './waiting.ts'

export const PromiseKind = every<PromiseKindOfRules>()(
  'word',
  'answer',
  'introduction',
  'follow_up',
  'watch',
  'callback',
)
/** The ways in which somebody comes to own an issue (Rules 2 and 4). */
const Way = every<WayOfRules>()('contact', 'intake', 'claim', 'handoff', 'takeover', 'huddle')
const PromiseState = z.enum(['open', 'kept', 'moved', 'broken', 'made_good', 'released'])

/** A promise of an issue (Rules 12 to 14). `by` is the sentence's who; `settledAt` when it got its state. */
export const PromiseAnswer = z.strictObject({
  id: count,
  kind: PromiseKind,
  /** What was promised, in words or (by policy) as the desk says it. */
  what: z.string(),
  due: at,
  madeAt: at,
  madeBy: ActorRef,
  moves: count,
  state: PromiseState,
  settledAt: at.nullable(),
})
export type PromiseAnswer = z.infer<typeof PromiseAnswer>

const ConcessionKind = z.enum(concessionKinds)

/** What is conceded to the customer, or is to be: granted at once, or decided by somebody whose limit is high enough (Rule 27). */
export const ConcessionAnswer = z.strictObject({
  id: count,
  kind: ConcessionKind,
  worth: MoneyAnswer,
  reason: z.string(),
  by: MemberRef,
  at,
  state: z.enum(['granted', 'waiting', 'approved', 'refused', 'withdrawn']),
  asked: z.array(MemberRef).describe('Of whom the approval is asked, while it waits.'),
  due: at.nullable().describe('By when they answer, before it climbs.'),
  decided: z.strictObject({ by: MemberRef, at, why: z.string().nullable() }).nullable(),
  review: z.strictObject({ learned: z.string(), by: MemberRef, at }).nullable(),
})
export type ConcessionAnswer = z.infer<typeof ConcessionAnswer>

/** What the reader may do on an issue as it stands; the server decides again on each command. */
export const May = every<MayOfRules>()(
  'claim',
  'takeover',
  'write',
  'log_call',
  'note',
  'offer',
  'accept',
  'decline',
  'withdraw',
  'introduce',
  'greet',
  'say_present',
  'report_disconnect',
  'look_after',
  'call_huddle',
  'settle_huddle',
  'ask_assist',
  'accept_cover',
  'decline_cover',
  'propose',
  'confirm',
  'deny',
  'close',
  'recurred',
  'ask_cannot_fix',
  'answer_cannot_fix',
  'tell_cannot_fix',
  'mark_spam',
  'clear_spam',
  'raise',
  'decide_match',
  'merge',
  'unmerge',
  'acknowledge',
  'take_alarm',
  'tell_outcome',
  'stand_down',
  'grant',
  'decide_approval',
  'review_concession',
  'set_kind',
  'mark_step',
  'excuse_step',
  'thank',
  'place',
  'say_who',
  'tell',
)
export type May = z.infer<typeof May>

/** What a supervisor is asked, or has agreed to, and the customer was told: that it can't be fixed (Rule 19). */
export const CannotFixAnswer = z.strictObject({
  state: z.enum(['asked', 'refused', 'agreed', 'told']),
  reason: z.string(),
  alternative: z.string(),
  askedBy: MemberRef,
  askedAt: at,
  due: at.nullable().describe('By when a supervisor answers; null once they have.'),
  late: z.boolean().describe('Whether that has passed without an answer.'),
  answeredBy: MemberRef.nullable().describe('Who agreed, or did not.'),
  answeredAt: at.nullable(),
  why: z.string().nullable().describe('Why it was not agreed.'),
  toldAt: at.nullable(),
})
export type CannotFixAnswer = z.infer<typeof CannotFixAnswer>

export const RatingChoice = every<RatingChoiceOfRules>()('well', 'partly', 'badly')
/** "Were you looked after?" (Rule 32): yes, partly or no, as the customer said it last, and what they like to say of it. */
export const RatingAnswer = z.strictObject({ choice: RatingChoice, words: z.string().nullable(), at })

/** Another issue, with which this one is one since then. */
const Merge = z.strictObject({ number: count, at, undoUntil: at })

const LinkKind = z.enum(['recurrence', 'duplicate', 'related'])

/** One issue, whole but for its messages and events: the answer of GET /issues/{number} and of every command on it. */
export const IssueAnswer = z.strictObject({
  number: count,
  version: count,
  subject: z.string(),
  story: z.string(),
  phase: Phase,
  outcome: Outcome.nullable(),
  channel: Channel,
  openedAt: at,
  imported: z
    .strictObject({
      source: z.string().describe('What the other desk is called.'),
      case: z.string().describe('What it was called there.'),
      at: at.describe('When it was brought over: what happened before is no work of this desk.'),
      closedAt: at.nullable().describe('When it was over there; null: it was open still.'),
    })
    .nullable()
    .describe('Where it comes from, when another desk had it before; its history there: GET /issues/{number}/foreign.'),
  closedAt: at.nullable(),
  owner: MemberRef,
  /** Everybody who has owned it, in order; the last one owns it. */
  owners: z.array(
    z.strictObject({
      member: MemberRef,
      since: at,
      way: Way,
    }),
  ),
  customer: z.strictObject({ ...CustomerRef.shape, email: z.string().nullable(), phone: z.string().nullable() }),
  /** Contacts that may be about another of the customer's issues, until somebody places them (Rule 3). */
  unplaced: z.array(UnplacedAnswer),
  /** "Is this Ana?": known customers who this one may be, the likeliest first (Scenario 5). */
  isThis: z.array(LookalikeAnswer),
  /** When what people wrote here was erased by law; null: it is here. */
  erasedAt: at.nullable(),
  promises: z.array(PromiseAnswer),
  handoff: HandoffAnswer.nullable(),
  covers: z
    .array(CoverAnswer)
    .describe('At most one is in force: who acts in the place of an owner who is away (Rule 15).'),
  lookBacks: z.array(z.strictObject({ handoff: count, giver: MemberRef, receiver: MemberRef, due: at })),
  stalls: z.array(StallAnswer),
  huddle: HuddleAnswer.nullable(),
  assists: z.array(AssistAnswer),
  escalation: EscalationAnswer.nullable(),
  concessions: z.array(ConcessionAnswer),
  diagnoses: z.array(z.strictObject({ text: z.string(), by: MemberRef, at })),
  facts: z.array(
    z.strictObject({
      key: z.string(),
      value: z.string(),
      how: z.string().nullable(),
      by: MemberRef.nullable(),
      at,
      excused: z
        .strictObject({ lesson: count, why: z.string() })
        .nullable()
        .describe('Why a supervisor let it stand against what a lesson says (Rule 28).'),
    }),
  ),
  kind: KindRef.nullable(),
  /** The steps that lessons ask for with its kind: all are done or excused before a resolution is proposed (Rule 28). */
  checklist: z.array(StepAnswer),
  kudos: z.array(KudosAnswer),
  resolution: z
    .strictObject({
      wrong: z.string(),
      done: z.string(),
      holds: z.string(),
      /** The dates at which it is checked whether it holds; from the confirmation on each is a promise (Rule 20). */
      watch: z.array(z.strictObject({ due: at, what: z.string().nullable() })),
      proposedAt: at,
      confirmed: z
        .strictObject({
          at,
          by: ActorRef,
          heard: z.enum(['reply', 'phone']).nullable(),
          words: z.string().nullable(),
        })
        .nullable(),
    })
    .nullable(),
  rating: RatingAnswer.nullable().describe(
    'How the customer says that they were looked after; null: they have not said.',
  ),
  cause: z
    .strictObject({
      id: count,
      since: at,
      word: z.string().nullable().describe('What the owner is asked to pass on to the customer.'),
      solution: z.strictObject({ wrong: z.string(), done: z.string(), holds: z.string(), at }).nullable(),
    })
    .nullable()
    .describe('The problem that it shares with issues of other customers (Rule 22).'),
  cannotFix: CannotFixAnswer.nullable(),
  spam: z
    .strictObject({ why: z.string(), by: MemberRef, at })
    .nullable()
    .describe('Why it was closed as spam (Rule 22); null for every other issue.'),
  matches: z
    .array(
      z.strictObject({
        number: count,
        subject: z.string(),
        closedAt: at,
        within: z.boolean().describe('Whether the customer wrote while it still could be opened again.'),
        why: z.string(),
      }),
    )
    .describe('Closed issues of the customer that may have come back with this one: a person says so (Rule 21).'),
  links: z
    .array(
      z.strictObject({
        number: count,
        kind: LinkKind,
        subject: z.string(),
        phase: Phase,
        outcome: Outcome.nullable(),
        owner: MemberRef,
      }),
    )
    .describe('Other issues: the same again, the same twice, or what it was taken for (Rules 21 and 22).'),
  mergedInto: Merge.nullable().describe('Where it goes on, when it was merged (Rule 22).'),
  merged: z.array(Merge).describe('What merged into it (Rule 22).'),
  recurrences: count,
  /** What waits for the reader here: work, until somebody does it. */
  waits: z.array(Waits),
  /** What the reader may concede at once on this issue; above it an approval is asked for (Rule 27). */
  grants: z.array(
    z.strictObject({
      kind: ConcessionKind,
      currency: z.string(),
      left: z.number().nullable().describe('As people write it; null: without bound.'),
    }),
  ),
  may: z.array(May),
})
export type IssueAnswer = z.infer<typeof IssueAnswer>

/** A promise that runs or is owed, as lists show it. */
export const RunningPromise = z.strictObject({
  id: count,
  kind: PromiseKind,
  what: z.string().nullable().describe('Null: the policy gave it, and its kind says what.'),
  due: at,
  state: z.enum(['open', 'broken']),
})

/** A row of a list, in the one order of Rule 25. Built by PostgreSQL. */
export const IssueRow = z.strictObject({
  number: count,
  version: count,
  subject: z.string(),
  story: z.string().describe("The begin of the customer's story."),
  phase: Phase,
  outcome: Outcome.nullable(),
  channel: Channel,
  openedAt: at,
  owner: MemberRef,
  cover: MemberRef.nullable().describe('Who acts in the place of an owner who is away (Rule 15).'),
  customer: CustomerRef,
  rank: Rank,
  promise: RunningPromise.nullable().describe(
    'The promise that falls due soonest or is owed longest; null when none runs.',
  ),
  handoff: z
    .strictObject({ id: count, state: z.enum(['offered', 'accepted', 'live', 'introduced']), to: z.string() })
    .nullable(),
  escalation: z
    .strictObject({ id: count, state: z.enum(['raised', 'answered']) })
    .nullable()
    .describe('The open alarm: it stands first (Rule 25).'),
  kind: KindRef.nullable(),
  claimable: z.boolean().describe('Until the first contact, what arrived may be claimed (Rule 2).'),
  /** For the small baton line: owners since when and how it came to them, and promises' fates. */
  line: z.strictObject({
    owners: z.array(z.strictObject({ hue: count, since: at, way: Way })),
    promises: z.array(z.strictObject({ due: at, state: PromiseState })),
  }),
})
export type IssueRow = z.infer<typeof IssueRow>

/** One event of the log (Rule 33), with the words it names resolved by the issue's other answers. */
export const EventAnswer = z.strictObject({
  version: count,
  type: z.string(),
  at,
  by: ActorRef,
  from: From,
  data: z.record(z.string(), z.unknown()).describe("The event's own data."),
})
export type EventAnswer = z.infer<typeof EventAnswer>

/** What another desk's log says happened to an issue before it came here. Null: it says nothing. */
export const ForeignEventAnswer = z.strictObject({
  place: count.describe('Names it within the issue; they are told in order of time.'),
  at,
  person: z.string().nullable(),
  group: z.string().nullable(),
  status: z.string().nullable(),
  activity: z.string().nullable(),
})
export type ForeignEventAnswer = z.infer<typeof ForeignEventAnswer>

/** A handoff offered to me or my team, or one that I accepted and have not greeted yet. */
export const OfferAnswer = z.strictObject({ issue: IssueRow, handoff: HandoffAnswer })
export type OfferAnswer = z.infer<typeof OfferAnswer>

/** A concession as the accounting department reads it, with its issue and customer. */
export const ConcessionRow = z.strictObject({
  issue: count,
  id: count,
  customer: z.string(),
  organization: z.string().nullable(),
  kind: ConcessionAnswer.shape.kind,
  worth: MoneyAnswer,
  state: ConcessionAnswer.shape.state,
  reason: z.string(),
  grantedBy: z.string(),
  at,
  decidedBy: z.string().nullable(),
  decidedAt: at.nullable(),
})
export type ConcessionRow = z.infer<typeof ConcessionRow>
