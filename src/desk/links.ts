import { randomUUIDv7 } from 'node:crypto'
import type { CustomerId } from '../core/context.ts'
import type { Instant } from '../core/time/instant.ts'
import { epochMs } from '../core/time/instant.ts'
import { configurationOf } from '../store/configuration.ts'
import { readStanding } from '../store/customers.ts'
import { seeIssue } from '../store/issue-read.ts'
import { goesOnIn } from '../store/merged.ts'
import { readNow } from '../store/now.ts'
import type { Desk } from './desk.ts'
import { type Link, mailIdFor, readLink, signLink } from './signed.ts'

/** How long a link in a mail opens the page, and how long the page stays open. */
const linkDays = 30
const sessionMinutes = 120

const secondsOf = (at: Instant): number => Math.floor(epochMs(at) / 1000)

/** A customer's link to their issue, as a mail written at `at` carries it: the same on every try of that mail. */
export function linkFor(
  desk: Pick<Desk, 'url' | 'secrets'>,
  customer: CustomerId,
  number: number,
  at: Instant,
): string {
  const until = secondsOf(at) + linkDays * 86_400
  return `${desk.url}/c/${signLink(desk.secrets.links, 'link', { number, customer, until })}`
}

/** What a link opens: a session for that one issue; `expired` for one that was ours and has ended. */
export async function openLink(
  desk: Desk,
  link: string,
): Promise<{ session: string; maxAgeSeconds: number } | { expired: true } | { missing: string }> {
  const read = readLink(desk.secrets.links, 'link', link)
  if (!read) return { missing: 'This link is not one of ours.' }
  const now = secondsOf(await readNow(desk.database, desk.workspace))
  if (read.until <= now) return { expired: true }
  const maxAgeSeconds = sessionMinutes * 60
  return { session: signLink(desk.secrets.links, 'session', { ...read, until: now + maxAgeSeconds }), maxAgeSeconds }
}

/** Who holds a session, and for which issue; null when it has ended or was never ours. */
export async function readSession(desk: Desk, session: string): Promise<Pick<Link, 'number' | 'customer'> | null> {
  const read = readLink(desk.secrets.links, 'session', session)
  if (!read) return null
  const now = secondsOf(await readNow(desk.database, desk.workspace))
  const customer = read.until > now ? await standingOf(desk, read.customer) : null
  if (customer === null) return null
  // Rule 22: the link of an issue that was merged opens the one that goes on.
  return { number: await goesOnIn(desk.database, desk.workspace, read.number), customer }
}

/** Links to a record that was merged go on as the record that stands for it; those to an erased one end. */
async function standingOf(desk: Desk, customer: CustomerId): Promise<CustomerId | null> {
  const standing = await readStanding(desk.database, desk.workspace, customer)
  return standing && standing.erasedAt === null ? standing.id : null
}

/** Mails a fresh link to the customer of an old one, to the address that the desk knows. Nobody learns whether it did. */
export async function freshLink(desk: Desk, old: string): Promise<void> {
  const read = readLink(desk.secrets.links, 'link', old)
  if (!read) return
  const { issue, now } = await seeIssue(desk.database, desk.workspace, read.number, null)
  const to = issue?.customer.email
  if (!issue || !to || issue.state.customer !== (await standingOf(desk, read.customer))) return
  const { name, inbox } = await configurationOf(desk.database, desk.workspace)
  const id = randomUUIDv7()
  // At most one in ten minutes for each address: a link can be asked for by anybody who holds an old one.
  await desk.database.query(
    `insert into outbound_mail (
      workspace_id, outbound_id, number, kind, mail_id, from_name, to_address, subject, body, state, created_at
    )
    select $1, $2, $3, 'link', $4, $5, $6, $7, $8, $9, $10
    where not exists (
      select 1 from outbound_mail
      where workspace_id = $1 and to_address = $6 and kind = 'link' and created_at > $10::timestamptz - interval '10 minutes'
    )`,
    [
      desk.workspace,
      id,
      read.number,
      mailIdFor(desk.secrets.addresses, inbox, read.number, id),
      name,
      to,
      `Your link: ${issue.subject}`,
      'Here is a fresh link to your issue.',
      desk.mail === 'local' ? 'local' : 'queued',
      now,
    ],
  )
}
