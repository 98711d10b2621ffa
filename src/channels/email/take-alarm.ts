import { randomUUIDv7 } from 'node:crypto'
import type { IssueAnswer } from '../../contract/answers.ts'
import { act } from '../../desk/act.ts'
import { write } from '../../desk/draft.ts'
import { reopensFor } from '../../desk/reopening.ts'
import { mailIdFor } from '../../desk/signed.ts'
import { sayTime } from '../../desk/times.ts'
import type { Person } from '../../store/configuration.ts'
import { putMail } from '../../store/mail-write.ts'
import { whoseIssue } from './find-issue.ts'
import { sayMail, storeFiles } from './incoming.ts'
import { hasHadEnough } from './last-net.ts'
import type { LegibleMail } from './reading/read.ts'
import type { Taken, Taking } from './taking.ts'

/** Whether a mail went to the address that raises alarms (Rule 23). */
export const isForAlarms = ({ configuration: { path }, recipients }: Taking): boolean =>
  path.inbox !== null && recipients.includes(path.inbox)

/**
 * Rule 23: a mail of a member to the path's own address raises the alarm for the issue that it names, or joins it. `thread`:
 * the issue that it continues. Where it names none it is kept for a person, and the supervisors are told: it may be urgent.
 */
export async function takeAlarm(
  taking: Taking,
  mail: LegibleMail,
  member: Person | undefined,
  thread: number | null,
): Promise<Taken> {
  if (!member) return keepAndTell(taking, mail, `It came to ${inboxOf(taking)}, and not from a member's address.`)
  const number = thread ?? (await numberIn(taking, mail))
  if (number === null) {
    return keepAndTell(taking, mail, `It came to ${inboxOf(taking)}, and names no issue: write its number, like #1042.`)
  }
  const files = await storeFiles(taking.desk, mail)
  const outcome = await act(
    taking.desk,
    { by: { kind: 'member', id: member.id }, from: 'email', once: null },
    number,
    ({ issue, configuration, draft, now }) => {
      // The mail itself is a note for the team. Flagged: an address can be forged.
      const { id: author, email: address } = member
      sayMail(draft, mail, files, { direction: 'note', authorKind: 'member', author, flagged: true, address })
      return {
        type: 'RaiseEscalation',
        facts: { impact: write(draft, mail.words), tried: null, needed: null },
        message: null,
        reopensFor: reopensFor(issue.state, configuration, now),
      }
    },
    taking.connection,
  )
  if (!('answer' in outcome)) {
    const why = 'refusal' in outcome ? `the rulebook says ${outcome.refusal.code}` : 'it is not there'
    return keepAndTell(taking, mail, `It came to ${inboxOf(taking)} for #${number}, and ${why}.`)
  }
  if (mail.mayAnswerAutomatically && !(await hasHadEnough(taking, member.email)))
    await answer(taking, mail, member, outcome.answer)
  return { state: 'reply', number, why: null }
}

const inboxOf = ({ configuration }: Taking): string => configuration.path.inbox ?? ''

/** The number that a mail names: in its subject before its words. */
async function numberIn({ desk, connection }: Taking, { subject, words }: LegibleMail): Promise<number | null> {
  for (const text of [subject, words]) {
    for (const [, digits] of text.matchAll(/#(\d{1,15})\b/g)) {
      const number = Number(digits)
      if (await whoseIssue(desk, connection, number)) return number
    }
  }
  return null
}

/** Scenario 54: whoever raised it is told how it stands. */
function answer(taking: Taking, mail: LegibleMail, member: Person, issue: IssueAnswer): Promise<void> {
  const { path, calendar } = taking.configuration
  const { number, customer, owner, escalation } = issue
  const { champion, calling } = escalation ?? {}
  const names = calling?.members.map(({ name }) => name).join(' and ')
  const stands = champion
    ? `${champion.name} has answered it already, and sees it through.`
    : names && calling
      ? `${names} is called, with time to answer until ${sayTime(calling.until, calendar.zone)}. You are told when somebody answers.`
      : 'Nobody could be called yet. It is tried again, and you are told when somebody answers.'
  return send(taking, {
    number,
    to: member.email,
    subject: mail.subject,
    inReplyTo: mail.mailId,
    body: [
      `The ${path.name} is lit for ${customer.name}, whose issue is ${owner.name}'s. ${stands}`,
      'What you wrote is with it. If you know what was tried, or what is needed, write that to the same address.',
    ].join('\n\n'),
  })
}

/** It is kept for a person, and those hear of it who can see to it: the supervisors and admins. */
async function keepAndTell(taking: Taking, mail: LegibleMail, why: string): Promise<Taken> {
  const { members, path } = taking.configuration
  const told = [...members.values()].filter(
    ({ active, role, toldByMail }) => active && (role === 'supervisor' || role === 'admin') && toldByMail !== 'nothing',
  )
  for (const { email } of told) {
    await send(taking, {
      number: null,
      to: email,
      subject: `${path.name}: a mail needs a person`,
      inReplyTo: null,
      body: [
        `A mail came for the ${path.name} that could not be taken. ${why}`,
        `From: ${mail.from?.address ?? 'nobody'}\nSubject: ${mail.subject}`,
        `${taking.desk.url}/mail`,
      ].join('\n\n'),
    })
  }
  return { state: 'kept', number: null, why }
}

type Word = { number: number | null; to: string; subject: string; inReplyTo: string | null; body: string }

/** A word of the desk's own to a member, in the transaction that took their mail. */
function send({ desk, connection, configuration, now }: Taking, { number, ...word }: Word): Promise<void> {
  const id = randomUUIDv7()
  return putMail(connection, desk.workspace, {
    ...word,
    id,
    number,
    kind: 'notice',
    mailId: mailIdFor(desk.secrets.addresses, configuration.inbox, number ?? 0, id),
    fromName: configuration.name,
    state: desk.mail === 'local' ? 'local' : 'queued',
    at: now,
  })
}
