import fc from 'fast-check'
import { type Absence, endedAt, mayArrange, mayBeIll, mayGo, toBeCovered } from '../../../src/core/cover/absence.ts'
import { type Cover, coverInForce, type Span } from '../../../src/core/cover/cover.ts'
import { type Issue, owner } from '../../../src/core/issue/issue.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { asMember, later, type Numbered, type World, withAbsences } from '../world.ts'
import { act, type Deed, mostly, type Part, plain, type Sight, someone } from './act.ts'

const colleague = fc.constantFrom('carla', 'eve', 'ravi', 'priya', 'dana', 'ben', 'olu', 'gone')
/** How long an absence lasts, in minutes. */
const lasts = fc.constantFrom(30, 480, 3 * 1440, 0)
/** Who goes away: the owner, or who covers them. */
const goes = fc.constantFrom('owner', 'owner', 'cover')
type Goer = 'owner' | 'cover'

/** Who is away, and who acts in their place (Rule 15). */
export const coverActs = {
  go_away: act({
    weight: 4,
    said: fc.record({ who: goes, from: fc.constantFrom(0, 60, 1440), lasts, cover: fc.option(colleague, { freq: 4 }) }),
    by: goer,
    asks: (said, sight) => goAway(sight, whoGoes(sight, said.who), said),
  }),
  /** Somebody else is asked to cover what still has no cover. */
  ask_cover: act({
    weight: 2,
    said: fc.record({ by: colleague }),
    by: sight => asMember(lastAbsence(sight)?.member ?? owner(sight.issue).member),
    asks: ({ by }, sight) => {
      const absence = lastAbsence(sight) ?? fallback(sight)
      const refusal = mayArrange(absence, sight.now)
      return refusal ? { refusal } : ask(sight.world, absence, by, toCover(sight.world, absence.member, absence))
    },
  }),
  answer_cover: act({
    weight: 5,
    said: fc.record({ accepts: mostly, mails: mostly }),
    by: ({ issue }) => asMember(lastCover(issue)?.member ?? 'carla'),
    asks: ({ accepts, mails }, { world, number, issue }) => {
      const cover = lastCover(issue)?.id ?? 'none'
      // One asking may be about several issues: it is answered for all of them.
      const asked = world.issues.filter(other => other.issue.covers.some(({ id }) => id === cover))
      const on = asked.length > 0 ? asked.map(other => other.number) : [number]
      const command = accepts
        ? ({ type: 'AcceptCover', cover, mails } as const)
        : ({ type: 'DeclineCover', cover, suggestion: null } as const)
      return { parts: on.map(part => ({ on: part, command })), changes: agreed }
    },
  }),
  /** A supervisor says that somebody is ill, and at once who covers what. */
  fall_ill: act({
    weight: 3,
    said: fc.record({ who: goes, lasts, cover: fc.option(colleague, { freq: 3 }) }),
    by: someone('priya'),
    asks: (said, sight) => fallIll(sight, whoGoes(sight, said.who), said),
  }),
  come_back: plain(
    1,
    sight => asMember(lastAbsence(sight)?.member ?? owner(sight.issue).member),
    sight => {
      const absence = lastAbsence(sight)
      if (!absence) return { parts: [{ on: sight.number, command: { type: 'EndCovers', absence: 'none' } }] }
      const { world } = sight
      const theirs = world.issues.filter(({ issue }) => issue.covers.some(one => one.absence === absence.id))
      return {
        parts: theirs.map(({ number }) => ({ on: number, command: { type: 'EndCovers', absence: absence.id } })),
        changes: after =>
          withAbsences(
            after,
            after.absences.map(one => (one.id === absence.id ? endedAt(one, sight.now) : one)),
          ),
      }
    },
  ),
  /** Said of one issue, of an absence that may be none: at the wrong time, or by the wrong person. */
  set_cover: act({
    weight: 1,
    said: fc.record({ by: colleague, lasts }),
    by: someone('priya'),
    asks: ({ by, lasts: minutes }, { issue, number, now }) => ({
      type: 'SetCover',
      cover: `${number}/${issue.covers.length}`,
      absence: 'other',
      member: by,
      from: now,
      until: later(now, minutes),
      mails: true,
    }),
  }),
}

const lastCover = ({ covers }: Issue): Cover | undefined => covers.findLast(({ state }) => state !== 'over')
const whoGoes = ({ issue }: Sight, who: Goer): string =>
  (who === 'cover' && coverInForce(issue)?.member) || owner(issue).member
function goer(sight: Sight, { who }: { who: Goer }) {
  return asMember(whoGoes(sight, who))
}

/** The last absence of the owner of an issue that is not over. */
const lastAbsence = ({ world, issue, now }: Sight): Absence | undefined =>
  world.absences.findLast(
    ({ member, until, state }) => member === owner(issue).member && state !== 'cancelled' && now < until,
  )

const fallback = ({ issue, now }: Sight): Absence => ({
  id: 'other',
  member: owner(issue).member,
  from: later(now, 60),
  until: later(now, 1440),
  state: 'waiting',
})

/** Rule 15: what nobody would look after if somebody were away in a time: they own it, or cover it, when it is due. */
function toCover(
  { issues }: World,
  member: string,
  { from, until }: Span,
): { number: number; id: number; due: Instant }[] {
  const open = issues.filter(({ issue }) => issue.lifecycle.phase !== 'closed')
  return open.flatMap(({ number, issue }) =>
    issue.promises
      .filter(({ due, fate }) => fate.state === 'broken' || (fate.state === 'open' && from < due && due <= until))
      .filter(({ due, fate }) => whoIsThere(issue, fate.state === 'broken' ? { owedAt: from } : { due }) === member)
      .map(({ id, due }) => ({ number, id, due })),
  )
}

/** Who looks after a promise when it is due, or owed: who agreed to cover it then, or the owner. */
function whoIsThere(issue: Issue, when: { due: Instant } | { owedAt: Instant }): string {
  const covers = issue.covers
    .filter(({ state }) => state === 'accepted' || state === 'in_force')
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const isThen = ({ from, until }: Span): boolean =>
    'due' in when ? from < when.due && when.due <= until : from <= when.owedAt && when.owedAt < until
  return covers.findLast(isThen)?.member ?? owner(issue).member
}

type ToCover = ReturnType<typeof toCover>

/** Rule 15: what waited for covers is agreed as soon as nothing in it is without one. */
function agreed(world: World): World {
  const absences = world.absences.map(absence => {
    const { state, member, from, until } = absence
    if (state !== 'waiting' || until <= world.now) return absence
    const hasBegun = from < world.now
    const left = { from: hasBegun ? world.now : from, until }
    return toCover(world, member, left).length === 0 ? { ...absence, state: 'agreed' as const } : absence
  })
  return withAbsences(world, absences)
}

function goAway(
  { world, now }: Sight,
  member: string,
  said: { from: number; lasts: number; cover: string | null },
): Deed {
  const span = { from: later(now, said.from), until: later(now, said.from + said.lasts) }
  const needed = toCover(world, member, span)
  const promises = needed.map(({ number, id, due }) => ({ issue: number, promise: id, due }))
  const known = world.absences.filter(other => other.member === member && other.until > now)
  const may = mayGo({ id: member }, span, { known, toCover: promises, asks: said.cover !== null, now })
  if ('refusal' in may) return may
  const absence: Absence = { id: `a${world.absences.length + 1}`, member, ...span, state: may.state }
  if (may.state === 'agreed' || said.cover === null) return { parts: [], changes: adding(absence) }
  return { ...ask(world, absence, said.cover, needed), changes: adding(absence) }
}

const adding =
  (absence: Absence) =>
  (world: World): World =>
    agreed(withAbsences(world, [...world.absences, absence]))

/** One asking for all issues that need it. */
function ask(world: World, absence: Absence, member: string, needed: ToCover): { parts: Part[] } {
  const cover = `c${askings(world) + 1}`
  return {
    parts: held(world, needed).map(({ number, issue }) => ({
      on: number,
      command: { type: 'AskCover', cover, member, ...toBeCovered(issue, absence) },
    })),
  }
}

function fallIll({ world, now }: Sight, member: string, said: { lasts: number; cover: string | null }): Deed {
  const span = { from: now, until: later(now, said.lasts) }
  const known = world.absences.filter(other => other.member === member && other.until > now)
  const refusal = mayBeIll({ id: member }, span, { known, now })
  if (refusal) return { refusal }
  const absence: Absence = { id: `a${world.absences.length + 1}`, member, ...span, state: 'agreed' }
  if (said.cover === null) return { parts: [], changes: adding(absence) }
  const cover = `c${askings(world) + 1}`
  const who = said.cover
  return {
    parts: held(world, toCover(world, member, span)).map(({ number, issue }) => ({
      on: number,
      command: { type: 'SetCover', cover, member: who, mails: true, ...toBeCovered(issue, absence) },
    })),
    changes: adding(absence),
  }
}

const held = ({ issues }: World, needed: ToCover): Numbered[] =>
  issues.filter(({ number }) => needed.some(one => one.number === number))

const askings = ({ issues }: World): number => issues.reduce((sum, { issue }) => sum + issue.covers.length, 0)
