import { randomUUIDv7 } from 'node:crypto'
import type { MemberId } from '../core/context.ts'
import type { Recorded } from '../core/events.ts'
import type { Issue } from '../core/issue/issue.ts'
import { isOpen, running } from '../core/promise/promise.ts'
import type { Instant } from '../core/time/instant.ts'
import type { NewMail } from '../store/change.ts'
import type { Configuration } from '../store/configuration.ts'
import type { SeenIssue } from '../store/issue-read.ts'
import { coverWord } from './cover-mails.ts'
import type { Desk } from './desk.ts'
import type { Draft } from './draft.ts'
import { mailIdFor } from './signed.ts'
import { sayTime } from './times.ts'

type Written = {
  number: number
  before: Issue | null
  after: SeenIssue
  events: readonly Recorded[]
  draft: Draft
  configuration: Configuration
}

/**
 * The mails that follow from a decision: each word to the customer by mail, and the acknowledgement of what arrived with
 * nobody there, which tells by when they hear from us (Rule 12), who covers an owner who is away (Rule 15), and a word of a
 * meeting on the phone (Rule 9).
 */
export function mailsOf(desk: Desk, written: Written): NewMail[] {
  const to = written.after.customer.email
  if (to === null) return []
  return written.events.flatMap(recorded => {
    const { event, by } = recorded
    if (event.type === 'CustomerContacted' && event.channel === 'email') {
      const body = written.draft.messages.find(({ id }) => id === event.message)?.body ?? ''
      const writer = by.kind === 'member' ? written.configuration.members.get(by.id)?.name : undefined
      return [mail(desk, written, to, { kind: 'message', message: event.message, body, writer })]
    }
    if (
      event.type === 'IssueOpened' &&
      event.way === 'intake' &&
      event.channel === 'email' &&
      written.draft.mayAnswer
    ) {
      return [mail(desk, written, to, { kind: 'acknowledgement', message: null, body: acknowledgement(written) })]
    }
    if (event.type === 'HandoffMet' && event.live === 'phone')
      return [mail(desk, written, to, { kind: 'met', message: null, body: wordOfMeeting(written) })]
    const body = coverWord(recorded, written.before?.covers ?? [], { ...written, soonest: soonest(written.after) })
    return body === null ? [] : [mail(desk, written, to, { kind: 'cover', message: null, body })]
  })
}

function mail(
  desk: Desk,
  written: Written,
  to: string,
  { kind, message, body, writer }: Pick<NewMail, 'kind' | 'message' | 'body'> & { writer?: string | undefined },
): NewMail {
  const { configuration, number, after } = written
  const id = randomUUIDv7()
  return {
    id,
    kind,
    message,
    mailId: mailIdFor(desk.secrets.addresses, configuration.inbox, number, id),
    fromName: writer ? `${writer}, ${configuration.name}` : configuration.name,
    to,
    subject:
      kind === 'message' && after.state.channel === 'phone'
        ? after.subject
        : `Re: ${after.subject.replace(/^(re:\s*)+/i, '')}`,
    body,
    promiseLine: kind === 'message' || kind === 'met' ? promiseLine(written) : null,
    state: desk.mail === 'local' ? 'local' : 'queued',
  }
}

/** Rule 12: the customer is told by when they hear from us next. */
function promiseLine({ after, configuration }: Written): string | null {
  const { phase } = after.state.lifecycle
  if (phase === 'confirmed' || phase === 'closed') return null
  const due = soonest(after)
  return due && `You will hear from us by ${sayTime(due, configuration.calendar.zone)}.`
}

const soonest = ({ state }: SeenIssue): Instant | null =>
  running(state)
    .filter(isOpen)
    .reduce<Instant | null>((first, { due }) => (!first || due < first ? due : first), null)

/** Rule 9: nobody but giver and receiver say that they met on the phone; here the customer can say that it is not so. */
function wordOfMeeting({ after, configuration }: Written): string {
  const { handoff } = after.state
  const { zone } = configuration.calendar
  const name = (id: MemberId): string => configuration.members.get(id)?.name ?? configuration.name
  if (handoff?.state !== 'met') return ''
  const [giver, receiver] = [name(handoff.giver), name(handoff.receiver)]
  return [
    `${giver} tells us that you, ${receiver} and ${giver} were on the line together on ${sayTime(handoff.metAt, zone)}. From now on ${receiver} looks after it, and has everything that you told us.`,
    `If you have not met ${receiver}, please say so on your page. Then we put it right at once.`,
  ].join('\n\n')
}

function acknowledgement({ after, configuration }: Written): string {
  const owner = configuration.members.get(after.state.ownership[0].member)?.name ?? configuration.name
  const due = soonest(after)
  const by = due ? ` You will hear from a person by ${sayTime(due, configuration.calendar.zone)}.` : ''
  return `Thank you for writing. ${owner} has your message and looks after it.${by}`
}
