import { hasSeat, isAway, type MemberId } from '../core/context.ts'
import { chooseOwner } from '../core/issue/intake.ts'
import { type Issue, owner } from '../core/issue/issue.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Configuration } from '../store/configuration.ts'
import { isOnShift } from './people.ts'

/** Rule 21: who owns an issue that the customer's word reopens: its last owner; when they are gone or away, by the intake's policy. */
export function reopensFor(issue: Issue, configuration: Configuration, now: Instant): MemberId {
  const last = owner(issue).member
  const person = configuration.members.get(last)
  if (person?.active && hasSeat(person) && !isAway(person, now)) return last
  const candidates = [...configuration.members.values()].map(member => ({
    member,
    onShift: isOnShift(member, now),
    open: 0,
    room: member.room,
    lastGivenAt: null,
  }))
  return chooseOwner(candidates, null, configuration.policy.duty, now) ?? last
}
