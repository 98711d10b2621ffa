import fc from 'fast-check'
import type { Actor } from '../../src/core/context.ts'
import { coverInForce } from '../../src/core/cover/cover.ts'
import { owner } from '../../src/core/issue/issue.ts'
import type { Act, Deed, Sight } from './acts/act.ts'
import { acts, type Doing } from './acts/acts.ts'
import { assistActs } from './acts/assist.ts'
import { causeActs } from './acts/cause.ts'
import { coverActs } from './acts/cover.ts'
import { type Arrival, arrival, customerActs } from './acts/customer.ts'
import { escalationActs } from './acts/escalation.ts'
import { becomes, flows, type Next } from './acts/flows.ts'
import { handoffActs } from './acts/handoff.ts'
import { mergingActs } from './acts/merging.ts'
import { peopleActs } from './acts/people.ts'
import { resolutionActs } from './acts/resolution.ts'
import { storyActs } from './acts/story.ts'
import { togetherActs } from './acts/together.ts'
import { asCustomer, asMember, type Company, customers, type Ladder, names, type Start, type World } from './world.ts'

/** What somebody does next, as plain values: they shrink well, and a failing sequence can be read and run again. */
export type Step = {
  /** Minutes that pass before it, and whether the clock came by in them. */
  pass: number
  clock: boolean
  /** Which of the issues it is about: the first is 0. */
  on: number
  /** Who does it: whose turn it would be, who covers them, or anybody by name. */
  who: string
  act: Doing | Next
}

/** A company, its first issues, and what people do then. */
export type Sequence = { start: Start; company: Company; ladder: Ladder; arrivals: Arrival[]; steps: Step[] }

const turn = 'whose turn it is'

/** What a step comes to as everything stands: who does what on which issues. Undefined: there is no such issue yet. */
export function deedOf(
  { on, who, act: given }: Step,
  world: World,
): { by: Actor; doing: Doing; deed: Deed } | undefined {
  const about = world.issues[on % Math.max(world.issues.length, 1)]
  if (!about) return undefined
  const { issue, number } = about
  const sight: Sight = { world, number, issue, now: world.now }
  const doing = becomes(given, issue)
  const { by, asks } = acts[doing.do] as Act<Doing>
  const asked = asks(doing, sight)
  const deed = 'type' in asked ? { parts: [{ on: number, command: asked }] } : asked
  return { by: actor(who, by(sight, doing), sight), doing, deed }
}

function actor(who: string, whose: Actor, { issue }: Sight): Actor {
  if (customers.includes(who)) return asCustomer(who)
  if (names.includes(who)) return asMember(who)
  const cover = coverInForce(issue)
  const isOwner = whose.kind === 'member' && whose.id === owner(issue).member
  return who === 'their cover' && cover && isOwner ? asMember(cover.member) : whose
}

const minutes = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: 0, max: 15 }) },
  { weight: 5, arbitrary: fc.integer({ min: 15, max: 600 }) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }).map(days => days * 1440) },
  { weight: 1, arbitrary: fc.constantFrom(30 * 1440, 100 * 1440) },
)
const who = fc.oneof(
  { weight: 8, arbitrary: fc.constant(turn) },
  { weight: 2, arbitrary: fc.constant('their cover') },
  { weight: 2, arbitrary: fc.constantFrom(...names, ...customers) },
)
/** Mostly about the first issue, so that much happens to one. */
const on = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.constantFrom(1, 2) })

const named = <Name extends string>(all: Readonly<Record<Name, { weight: number; said: fc.Arbitrary<unknown> }>>) =>
  fc.oneof(
    ...Object.entries<{ weight: number; said: fc.Arbitrary<unknown> }>(all).map(([name, { weight, said }]) => ({
      weight,
      arbitrary: said.map(words => ({ do: name, ...(words as object) }) as unknown as Doing | Next),
    })),
  )
/** Of what is named only these. */
const only = <Name extends string, All extends Record<Name, unknown>>(all: All, ...chosen: Name[]): Pick<All, Name> =>
  Object.fromEntries(chosen.map(name => [name, all[name]])) as Pick<All, Name>

const anything = named({ ...acts, ...flows })
const stepOf = (act: fc.Arbitrary<Doing | Next>, given: Partial<Record<keyof Step, fc.Arbitrary<unknown>>> = {}) =>
  fc.record({ pass: minutes, clock: fc.boolean(), on, who, act, ...given }) as fc.Arbitrary<Step>
const inTurn = { who: fc.constant(turn) }
const step = stepOf(anything)

const handoffs = { ...only(flows, 'hand_on'), ...handoffActs }
const mergings = { ...only(flows, 'solve'), ...mergingActs }
const meanwhile = { ...only(flows, 'be_covered', 'hand_on', 'help', 'alarm'), ...only(acts, 'promise', 'take_over') }
const quick = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 2 }) }, { weight: 1, arbitrary: minutes })
const slow = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 240 }) }, { weight: 1, arbitrary: minutes })
const days = fc.integer({ min: 3, max: 5 }).map(some => some * 1440)

type Theme = { weight: number; step: fc.Arbitrary<Step> }

/** With one thing in mind, so that sequences come far in it. */
const themes: readonly Theme[] = [
  /** From hand to hand in quick steps: together live, cut off, in circles and huddles. */
  {
    weight: 3,
    step: stepOf(named({ ...handoffs, ...togetherActs, ...only(acts, 'bounce', 'let_go') }), {
      ...inTurn,
      pass: quick,
    }),
  },
  {
    weight: 1,
    step: stepOf(named({ ...only(flows, 'help'), ...assistActs, ...only(acts, 'bounce', 'write') }), inTurn),
  },
  /** Days later, and still no answer. */
  { weight: 4, step: stepOf(named(only(flows, 'follow_up')), { ...inTurn, pass: days }) },
  { weight: 1, step: stepOf(named(only(flows, 'give_up')), inTurn) },
  { weight: 1, step: stepOf(named({ ...only(flows, 'solve', 'check'), ...resolutionActs }), inTurn) },
  /** Issues of one customer made one, and taken apart again. */
  { weight: 3, step: stepOf(named({ ...mergings, ...customerActs, ...only(acts, 'place', 'hear_unplaced') }), inTurn) },
  { weight: 2, step: stepOf(named({ ...only(flows, 'come_again'), ...only(acts, 'match', 'merge_issues') }), inTurn) },
  {
    weight: 1,
    step: stepOf(named({ ...only(flows, 'share'), ...causeActs, ...only(acts, 'write', 'arrive') }), inTurn),
  },
  { weight: 1, step: stepOf(named({ ...only(flows, 'alarm'), ...escalationActs, ...only(acts, 'write') }), inTurn) },
  { weight: 1, step: stepOf(named(only(flows, 'alarm', 'approve_it')), inTurn) },
  /** People come and go, are away and ill, while promises run and others wait for them. */
  { weight: 2, step: stepOf(named({ ...meanwhile, ...coverActs, ...peopleActs }), { pass: slow }) },
  { weight: 1, step: stepOf(named({ ...only(flows, 'learn', 'thanks', 'spam'), ...storyActs }), inTurn) },
]

const sequence = (of: fc.Arbitrary<Step>) => fc.array(of, { minLength: 1, maxLength: 60, size: 'max' })
const mostlyOf = (theme: fc.Arbitrary<Step>) =>
  sequence(fc.oneof({ weight: 5, arbitrary: theme }, { weight: 1, arbitrary: step }))

/** What people do in any order: a third of it as it comes, the rest with one thing in mind. */
const steps = fc.oneof(
  { weight: 8, arbitrary: sequence(step) },
  ...themes.map(theme => ({ weight: theme.weight, arbitrary: mostlyOf(theme.step) })),
)

/** Sequences that begin with so many issues. */
export const sequences = (issues: { min: number; max: number }): fc.Arbitrary<Sequence> =>
  fc.record({
    start: fc.constantFrom<Start[]>('tuesday', 'tuesday', 'autumn', 'spring', 'christmas'),
    company: fc.oneof(
      { weight: 20, arbitrary: fc.constant<Company>('whole') },
      { weight: 1, arbitrary: fc.constantFrom<Company[]>('pair', 'alone') },
    ),
    ladder: fc.constantFrom<Ladder[]>('schedule', 'schedule', 'person', 'none'),
    arrivals: fc.array(arrival, { minLength: issues.min, maxLength: issues.max }),
    steps,
  })
