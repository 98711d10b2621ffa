import type { MemberId } from '../context.ts'
import { count, fixed, refusal } from '../refusal.ts'
import type { Instant } from '../time/instant.ts'
import { instant } from '../time/instant.ts'
import type { PromiseToCover } from './absence.ts'
import type { OwnedIssue } from './offboarding.ts'

/** Absences, covers and leaving (Rules 4 and 15): why not, and what to do instead. */
export const coverRefusals = {
  absence_over: refusal<{ until: Instant }>({
    detail: ({ until }, { time }) => `This absence ended ${time(until)}.`,
    remedy: () => 'Look at who is away now.',
    example: { until: instant('2026-11-27T08:00:00Z') },
  }),
  already_away: refusal<{ member: MemberId; from: Instant; until: Instant }>({
    detail: ({ member: id, from, until }, { member, time }) =>
      `${member(id)} is to be away from ${time(from)} until ${time(until)} already.`,
    remedy: () => 'End that absence first, or choose another time.',
    example: { member: 'ben', from: instant('2026-11-26T08:00:00Z'), until: instant('2026-11-27T08:00:00Z') },
  }),
  already_covered: refusal<{ member: MemberId }>({
    detail: ({ member: id }, { member }) => `${member(id)} has been asked to cover this already.`,
    remedy: () => 'Wait for the answer, or ask another person.',
    example: { member: 'carla' },
  }),
  bad_hours: refusal<{ says: string }>({
    detail: ({ says }) => says,
    remedy: () => 'Correct the hours, and send them again.',
    example: { says: 'Opening hours from 17:00 to 09:00 end before they begin.' },
  }),
  cover_over: refusal<{ state: string }>({
    detail: ({ state }) =>
      state === 'over' ? 'This cover is over.' : `This cover was ${state.replace('in_force', 'accepted')} already.`,
    remedy: () => 'Look at the issue again: it has changed.',
    example: { state: 'in_force' },
  }),
  covers_others: refusal<{ member: MemberId; issues: readonly number[] }>({
    detail: ({ member: id, issues }, { member }) =>
      `${member(id)} looks after ${count(issues.length, 'issue')} for somebody who is away.`,
    remedy: () => 'Let another person cover them first.',
    example: { member: 'ben', issues: [1042] },
  }),
  ends_first: refusal<{ from: Instant; until: Instant }>({
    detail: ({ from, until }, { time }) => `It would begin ${time(from)}, and end ${time(until)}: before that.`,
    remedy: () => 'Name an end that comes after the begin.',
    example: { from: instant('2026-11-27T08:00:00Z'), until: instant('2026-11-26T08:00:00Z') },
  }),
  last_admin: fixed('Nobody else here is an admin.', 'Make another person an admin first.'),
  needs_cover: refusal<{ member: MemberId; promises: readonly PromiseToCover[] }>({
    detail: ({ member: id, promises }, { member }) =>
      `While ${member(id)} is away, ${count(promises.length, 'promise')} to customers would be owed by nobody.`,
    remedy: () => 'Ask somebody to cover them, or tell those customers another time first.',
    example: { member: 'ben', promises: [{ issue: 1042, promise: 2, due: instant('2026-11-26T10:00:00Z') }] },
  }),
  no_such_cover: fixed('This issue is not among those to be covered.', 'Look at the list again: it has changed.'),
  not_asked_to_cover: refusal<{ member: MemberId }>({
    detail: ({ member: id }, { member }) => `${member(id)} was asked to cover this.`,
    remedy: ({ member: id }, { member }) => `Only ${member(id)} can answer.`,
    example: { member: 'carla' },
  }),
  nothing_to_cover: fixed('Nothing of this falls due in that time.', 'Nobody is needed for it.'),
  owns_issues: refusal<{ member: MemberId; issues: readonly OwnedIssue[] }>({
    detail: ({ member: id, issues }, { member }) => `${member(id)} still owns ${count(issues.length, 'open issue')}.`,
    remedy: () => 'Take each of them over first, and introduce yourself to the customer.',
    example: {
      member: 'ben',
      issues: [{ number: 1042, customer: 'Ana Ruiz', due: instant('2026-11-26T10:00:00Z') }],
    },
  }),
  still_champion: refusal<{ member: MemberId; issues: readonly number[] }>({
    detail: ({ member: id, issues }, { member }) =>
      `${member(id)} answered the alarm on ${count(issues.length, 'issue')} and sees it through.`,
    remedy: () => 'Let another person answer these alarms first.',
    example: { member: 'priya', issues: [1042] },
  }),
  still_on_path: refusal<{
    member: MemberId
    schedules: readonly string[]
    rungs: readonly number[]
    lastResort: boolean
  }>({
    detail: ({ member: id }, { member }) => `${member(id)} would still be called for alarms.`,
    remedy: ({ schedules, rungs, lastResort }) => {
      const places = [
        ...schedules.map(name => `in "${name}"`),
        ...rungs.map(rung => `on rung ${rung}`),
        ...(lastResort ? ['as the last resort'] : []),
      ]
      return `Name another person on the escalation path first: ${places.join(', ')}.`
    },
    example: { member: 'ben', schedules: ['Nights'], rungs: [2], lastResort: true },
  }),
}
