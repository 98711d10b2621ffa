import type { MemberId } from '../core/context.ts'
import type { Cover } from '../core/cover/cover.ts'
import type { Recorded } from '../core/events.ts'
import { owner } from '../core/issue/issue.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Configuration } from '../store/configuration.ts'
import type { SeenIssue } from '../store/issue-read.ts'
import { sayTime } from './times.ts'

type About = { after: SeenIssue; configuration: Configuration; soonest: Instant | null }

/**
 * Rule 15: what the customer is told of a cover: who looks after their issue from when until when, and that it is the
 * owner again when the absence comes to nothing. Why somebody is away is nobody's business. Null: nothing.
 */
export function coverWord({ event }: Recorded, before: readonly Cover[], about: About): string | null {
  if (event.type === 'CoverAccepted' || event.type === 'CoverSet') {
    const cover = about.after.state.covers.find(({ id }) => id === event.cover)
    return cover ? ofCover(cover, about) : null
  }
  if (event.type !== 'CoverEnded' || event.because !== 'back') return null
  const cover = before.find(({ id }) => id === event.cover)
  const wasTold = cover?.state === 'accepted' || cover?.state === 'in_force'
  return wasTold ? ofReturn(about) : null
}

function ofCover({ absent, member, from, until, state }: Cover, { configuration, soonest }: About): string {
  const name = nameIn(configuration)
  const say = (at: Instant): string => sayTime(at, configuration.calendar.zone)
  const when = state === 'in_force' ? `is away until ${say(until)}` : `is away from ${say(from)} until ${say(until)}`
  const stands = soonest ? ` What was promised stands: you hear from us by ${say(soonest)}.` : ''
  return `${name(absent)} ${when}. In that time ${name(member)} looks after your request, and knows all about it.${stands}`
}

function ofReturn({ after, configuration, soonest }: About): string {
  const by = soonest ? ` You hear from us by ${sayTime(soonest, configuration.calendar.zone)}.` : ''
  return `${nameIn(configuration)(owner(after.state).member)} is there for you after all, and looks after your request.${by}`
}

const nameIn =
  ({ members, name }: Configuration) =>
  (id: MemberId): string =>
    members.get(id)?.name ?? name
