import { isAskedOf } from '../core/assist/assist.ts'
import type { MemberId } from '../core/context.ts'
import { epochMs, type Instant } from '../core/time/instant.ts'
import { configurationOf } from '../store/configuration.ts'
import { seeIssue } from '../store/issue-read.ts'
import { readNow } from '../store/now.ts'
import type { Desk } from './desk.ts'
import { type AssistLink, readAssistLink, signAssistLink } from './signed.ts'

/** How long after its due time the link of an assist still opens it, and how long it stays open. */
const daysAfterDue = 3
const sessionMinutes = 120

const secondsOf = (at: Instant): number => Math.floor(epochMs(at) / 1000)

/** A member's link to an assist, as a mail carries it: the same on every try of that mail, and only as long as it is of use. */
export function assistLinkFor(
  desk: Pick<Desk, 'url' | 'secrets'>,
  link: Omit<AssistLink, 'until'>,
  due: Instant,
): string {
  const until = secondsOf(due) + daysAfterDue * 86_400
  return `${desk.url}/a/${signAssistLink(desk.secrets.links, 'assist link', { ...link, until })}`
}

/** What the link of an assist opens: a session for that one assist. */
export async function openAssistLink(
  desk: Desk,
  link: string,
): Promise<{ session: string; maxAgeSeconds: number } | { expired: true } | { missing: string }> {
  const read = readAssistLink(desk.secrets.links, 'assist link', link)
  if (!read) return { missing: 'This link is not one of ours.' }
  const now = secondsOf(await readNow(desk.database, desk.workspace))
  if (read.until <= now) return { expired: true }
  const maxAgeSeconds = sessionMinutes * 60
  const session = signAssistLink(desk.secrets.links, 'assist session', { ...read, until: now + maxAgeSeconds })
  return { session, maxAgeSeconds }
}

/** Who answers which assist by a session; null when it has ended, was never ours, or they left or are not asked any more. */
export async function readAssistSession(
  desk: Desk,
  session: string,
): Promise<{ member: MemberId; number: number; assist: number } | null> {
  const read = readAssistLink(desk.secrets.links, 'assist session', session)
  if (!read) return null
  const { member, number, assist, until } = read
  const { issue, configVersion, now } = await seeIssue(desk.database, desk.workspace, number, null)
  const configuration = await configurationOf(desk.database, desk.workspace, configVersion)
  const person = configuration.members.get(member)
  const asked = issue?.state.assists[assist - 1]
  if (until <= secondsOf(now) || !person?.active || !asked || !isAskedOf(asked, person)) return null
  return { member, number, assist }
}
