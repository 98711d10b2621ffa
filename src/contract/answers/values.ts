import { z } from 'zod'
import type { Source } from '../../core/context.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Word as WordOfRules } from '../../core/told/told.ts'

/** An enumeration that names every member of a union, or does not compile. */
export const every =
  <Union extends string>() =>
  <const List extends readonly [Union, ...Union[]]>(
    ...list: List &
      ([Exclude<Union, List[number]>] extends [never] ? unknown : { missing: Exclude<Union, List[number]> })
  ): z.ZodEnum<{ [Key in Union]: Key }> =>
    z.enum(list as readonly string[]) as unknown as z.ZodEnum<{ [Key in Union]: Key }>

/** A time in an answer: RFC 3339 in UTC. It leaves as it stands in the store; the schema documents it. */
export const at = z.iso.datetime().describe('RFC 3339, UTC') as unknown as z.ZodType<Instant>

/** Number of an issue, and of a promise or handoff within it. */
export const count = z.int().min(0)

/** A member as others see them. `hue` is one of the eight for faces and lanes. */
export const MemberRef = z.strictObject({ id: z.uuid(), name: z.string(), hue: z.int().min(1).max(8) })
export type MemberRef = z.infer<typeof MemberRef>

export const TeamRef = z.strictObject({ id: z.uuid(), name: z.string() })
export type TeamRef = z.infer<typeof TeamRef>

/** Of whom something is asked: a person, or a team in which one person accepts. */
export const ReceiverRef = z.union([z.strictObject({ member: MemberRef }), z.strictObject({ team: TeamRef })])

/** From where something was done (Rule 33). */
export const From = every<Source>()('desk', 'api', 'email', 'link', 'portal', 'phone', 'clock', 'cli', 'import')

/** Who did something: a member, the customer, or the desk itself (the clock and the intake). */
export const ActorRef = z.union([
  z.strictObject({ kind: z.enum(['member', 'customer']), id: z.uuid(), name: z.string() }),
  z.strictObject({ kind: z.literal('desk') }),
])
export type ActorRef = z.infer<typeof ActorRef>

export const CustomerRef = z.strictObject({ id: z.uuid(), name: z.string(), organization: z.string().nullable() })
export type CustomerRef = z.infer<typeof CustomerRef>

export const Channel = z.enum(['email', 'phone', 'chat', 'portal', 'api'])
export type Channel = z.infer<typeof Channel>

export const Phase = z.enum(['open', 'proposed', 'confirmed', 'watching', 'closed'])
export type Phase = z.infer<typeof Phase>

/** How an issue ended. `elsewhere`: it was over at another desk before it was brought here. */
export const Outcome = z.enum([
  'confirmed',
  'unconfirmed',
  'unreachable',
  'cannot_fix',
  'duplicate',
  'spam',
  'elsewhere',
])
export type Outcome = z.infer<typeof Outcome>

/** What something is worth: an amount as people write it (40.5), and its currency. */
export const MoneyAnswer = z.strictObject({ amount: z.number().min(0), currency: z.string() })

export const Role = z.enum(['agent', 'supervisor', 'admin', 'colleague'])

/** What somebody was told, and why: the moments of the rulebook. */
export const Word = every<WordOfRules>()(
  'new_issue',
  'customer_wrote',
  'customer_called',
  'machine_wrote',
  'word_bounced',
  'claimed',
  'taken_over',
  'offered',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
  'introduced',
  'introduction_undone',
  'met',
  'live_began',
  'live_interrupted',
  'live_resumed',
  'live_ended',
  'objected',
  'fell_through',
  'look_back_moved',
  'look_back_still',
  'assist_asked',
  'assist_accepted',
  'assist_declined',
  'assist_touched',
  'assist_moved',
  'assist_not_moved',
  'assist_silent',
  'assist_gone_back',
  'assist_withdrawn',
  'assist_mail_bounced',
  'assistant_introduced',
  'assistant_introduction_undone',
  'cover_asked',
  'cover_accepted',
  'cover_declined',
  'cover_set',
  'cover_began',
  'cover_ended',
  'cover_missed',
  'uncovered',
  'asked_left',
  'looked_after',
  'huddle_called',
  'huddle_late',
  'huddle_settled',
  'huddle_called_off',
  'promise_broken',
  'promise_unkept',
  'moved_often',
  'confirmed',
  'denied',
  'rated_badly',
  'reopened',
  'cannot_fix_asked',
  'cannot_fix_unanswered',
  'cannot_fix_agreed',
  'cannot_fix_refused',
  'marked_spam',
  'cleared_of_spam',
  'merged',
  'took_in',
  'unmerged',
  'gave_back',
  'escalated',
  'called',
  'nobody_on_call',
  'joined',
  'acknowledged',
  'alarm_taken',
  'outcome',
  'stood_down',
  'cause_linked',
  'cause_word',
  'cause_solved',
  'approval_asked',
  'approval_climbed',
  'approval_granted',
  'approval_refused',
  'thanked',
  'team_thanked',
  'lesson_proposed',
  'lesson_commented',
  'lesson_adopted',
  'lesson_asked',
  'lesson_declined',
  'lesson_trial_over',
  'lesson_kept',
  'lesson_changed',
  'lesson_dropped',
  'lesson_request_overdue',
  'lesson_request_answered',
  'placed_here',
  'placed_elsewhere',
  'told_by_colleague',
)
export type Word = z.infer<typeof Word>

/** Why an issue stands where it does in every list (Rule 25). */
export const Rank = z
  .union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
  .describe('0 escalated, 1 a promise is owed, 2 running, 3 closed.')

/** A page of a list. `next` is the cursor of the page after it; null on the last one. */
export type Page<Row> = { items: Row[]; next: string | null }
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ items: z.array(row), next: z.string().nullable() })
