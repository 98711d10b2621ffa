import { type Context, isAway, type MemberId, supervisorsOf } from '../context.ts'
import { coverInForce, duringAway } from '../cover/cover.ts'
import type { Recorded } from '../events.ts'
import { type Issue, owner } from '../issue/issue.ts'
import type { Instant } from '../time/instant.ts'
import type { Told, Word } from './told.ts'

/** Rule 15: what the owner hears, who covers them hears too. */
export function toCover({ member, word }: Told, after: Issue): Told[] {
  const cover = coverInForce(after)
  return cover && member === cover.absent ? [{ member: cover.member, word }] : []
}

/** Rule 15: who was asked to cover whom, and what became of it; what comes while nobody looks after it. */
export function ofAbsence({ event, at }: Recorded, after: Issue, { members }: Context): Told[] {
  const cover = 'cover' in event ? after.covers.find(({ id }) => id === event.cover) : undefined
  const supervisors = (): MemberId[] => supervisorsOf(owner(after).member, members)
  const tell = (word: Word, ...told: MemberId[]): Told[] => told.map(member => ({ member, word }))
  switch (event.type) {
    case 'CoverAsked':
      return tell('cover_asked', event.member)
    case 'CoverSet':
      return [...tell('cover_set', event.member), ...tell('cover_accepted', event.absent)]
    case 'CoverAccepted':
      return cover ? tell('cover_accepted', cover.absent) : []
    case 'CoverDeclined':
      if (!cover) return []
      return tell('cover_declined', cover.absent, ...(cover.from <= at ? supervisors() : []))
    case 'CoverBegan':
      return cover ? tell('cover_began', cover.member) : []
    case 'CoverEnded':
      if (!cover) return []
      if (event.because === 'left') return tell('asked_left', cover.absent)
      return tell('cover_ended', cover.member, ...(event.because === 'time' ? [cover.absent] : []))
    case 'CoverMissed':
      return cover && duringAway(after, cover).length > 0 ? tell('cover_missed', cover.absent, ...supervisors()) : []
    case 'CustomerWrote':
    case 'CustomerCalled':
      return isUnattended(after, at, members) ? tell('uncovered', ...supervisors()) : []
    default:
      return []
  }
}

/** Nobody who would look after it is there. */
function isUnattended(issue: Issue, at: Instant, members: Context['members']): boolean {
  const there = members.get(coverInForce(issue)?.member ?? owner(issue).member)
  return there !== undefined && isAway(there, at)
}
