import { randomUUIDv7 } from 'node:crypto'
import type { IssueAnswer } from '../../contract/answers.ts'
import type { Actor, CustomerId } from '../../core/context.ts'
import { epochMs } from '../../core/time/instant.ts'
import { act } from '../../desk/act.ts'
import { storedEmail } from '../../desk/addresses.ts'
import type { Caller, Outcome } from '../../desk/desk.ts'
import { hasAnybody, ownerByIntake } from '../../desk/intake.ts'
import { type OpeningSight, open } from '../../desk/opening.ts'
import { reopensFor } from '../../desk/reopening.ts'
import { nobodyYet } from '../../desk/setup.ts'
import type { Person } from '../../store/configuration.ts'
import { holdStanding } from '../../store/customers.ts'
import { findLookalikes, type Stranger } from '../../store/lookalikes.ts'
import { readOpenIssues } from '../../store/open-issues.ts'
import { findCustomer, findThread, whoseIssue } from './find-issue.ts'
import { refuseLargeFiles, sayMail, storeFiles } from './incoming.ts'
import { hasHadEnough } from './last-net.ts'
import type { LegibleMail, Mailbox } from './reading/read.ts'
import { isForAlarms, takeAlarm } from './take-alarm.ts'
import { findAssist, touchByMail } from './take-assist.ts'
import type { Taken, Taking } from './taking.ts'

/** A person's words: they continue an issue, or open one (Rules 2, 3 and 21). */
export async function takeWords(taking: Taking, received: LegibleMail): Promise<Taken> {
  const { desk, connection, configuration } = taking
  const mail = { ...received, from: authorOf(received, configuration.inbox) }
  if (!mail.from) return { state: 'kept', number: null, why: 'It says not who wrote it.' }
  const address = storedEmail(mail.from.address)
  const answers = [...mail.inReplyTo, ...mail.references.toReversed()]
  const thread = await findThread(desk, connection, { recipients: taking.recipients, answers })
  const member = [...configuration.members.values()].find(person => person.active && person.email === address)
  // What a customer writes to us goes on as their word, whoever else it goes to.
  const isToDesk = thread !== null || taking.recipients.includes(configuration.inbox)
  if (isForAlarms(taking) && (member || !isToDesk)) return takeAlarm(taking, mail, member, thread)
  const assist = await findAssist(taking, answers)
  if (assist && !member) return { state: 'kept', number: null, why: notAskedOf(address) }
  const touched = assist && member ? await touchByMail(taking, mail, assist, member) : null
  if (touched) return touched
  if (thread !== null && member) return noteByMember(taking, mail, thread, member)
  const known = await findCustomer(desk, connection, address)
  // Whoever logs a call of theirs, or merges them, at this moment waits: both see what the other has done.
  const customer = known && ((await holdStanding(connection, desk.workspace, known))?.id ?? null)
  const landing = await landingOf(taking, thread, customer)
  const taken = landing ? await join(taking, mail, landing, customer, address) : await openBy(taking, mail, address)
  if (!landing && thread !== null) await linkToOld(taking, taken.number, thread, customer)
  await refuseLargeFiles(taking, mail, address, taken.number)
  return taken
}

/** The answer to an assist's mail from elsewhere is no customer's word: a person looks at it. */
const notAskedOf = (address: string): string =>
  `It answers a mail that asked somebody of the company for an assist, and comes from ${address}, which is nobody's here.`

/** A web form sends what somebody wrote from an address that takes no answers, and names them as whom to answer. */
function authorOf({ from, replyTo, sender }: LegibleMail, inbox: string): Mailbox | null {
  const isForm = sender.kind === 'person' && (sender.through === 'no_reply' || sender.through === 'generated')
  return isForm && replyTo && storedEmail(replyTo.address) !== inbox ? replyTo : from
}

/** The issue that something lands on; `among`: the others that it may be about as well (Rule 3). */
type Landing = { number: number; among: readonly number[] }

/** Its thread's issue, unless that was over too long ago; else the customer's open one that was last in contact. */
async function landingOf(
  { desk, connection, configuration, now }: Taking,
  thread: number | null,
  customer: CustomerId | null,
): Promise<Landing | null> {
  const issue = thread === null ? null : await whoseIssue(desk, connection, thread)
  const windowMs = configuration.policy.recurrenceDays * 86_400_000
  if (issue && (issue.closedAt === null || epochMs(now) - epochMs(issue.closedAt) <= windowMs))
    return { number: issue.number, among: [] }
  if (customer === null) return null
  const [number, ...among] = await readOpenIssues(connection, desk.workspace, customer)
  return number === undefined ? null : { number, among }
}

async function join(
  taking: Taking,
  mail: LegibleMail,
  { number, among }: Landing,
  known: CustomerId | null,
  address: string,
): Promise<Taken> {
  const { desk, connection } = taking
  const issue = await whoseIssue(desk, connection, number)
  // Scenario 9: somebody else with the right token joins as a participant, and is flagged.
  const author = known ?? (await addParticipant(taking, mail, address))
  const flagged = issue?.customer !== author
  const files = await storeFiles(desk, mail)
  const outcome = await act(
    desk,
    byMail({ kind: 'customer', id: author }),
    number,
    ({ issue: { state }, configuration: current, draft, now }) => ({
      type: 'ReceiveMessage',
      channel: 'email',
      message: sayMail(draft, mail, files, { direction: 'in', authorKind: 'customer', author, flagged, address }),
      reopensFor: reopensFor(state, current, now),
      among,
    }),
    connection,
  )
  const into = 'refusal' in outcome && outcome.refusal.code === 'closed' ? outcome.refusal.data.into : undefined
  // Rule 22: it was merged into another one at this very moment.
  if (into !== undefined) return join(taking, mail, { number: into, among: [] }, author, address)
  return endOf(outcome, 'reply', number)
}

/** Scenario 50: what comes in the thread of an issue that was over too long ago is a new one, linked to it. */
async function linkToOld(
  { desk, connection }: Taking,
  fresh: number | null,
  old: number,
  customer: CustomerId | null,
): Promise<void> {
  const issue = await whoseIssue(desk, connection, old)
  if (fresh === null || issue?.customer !== customer) return
  for (const [one, other] of [
    [fresh, old],
    [old, fresh],
  ] as const) {
    const link = { type: 'LinkIssue', issue: other, kind: 'recurrence' } as const
    await act(desk, byMail({ kind: 'desk' }), one, () => link, connection)
  }
}

/** A mail of somebody of the company about an issue is a note for the team: the customer never sees it. */
async function noteByMember(
  taking: Taking,
  mail: LegibleMail,
  number: number,
  { id: author, email }: Person,
): Promise<Taken> {
  const files = await storeFiles(taking.desk, mail)
  // Flagged: an address can be forged.
  const by = { direction: 'note', authorKind: 'member', author, flagged: true, address: email } as const
  const outcome = await act(
    taking.desk,
    byMail({ kind: 'member', id: author }),
    number,
    ({ draft }) => ({ type: 'WriteNote', message: sayMail(draft, mail, files, by) }),
    taking.connection,
  )
  return endOf(outcome, 'reply', number)
}

async function openBy(taking: Taking, mail: LegibleMail, address: string): Promise<Taken> {
  const { desk, connection, configuration } = taking
  const files = await storeFiles(desk, mail)
  const mayAnswer = mail.mayAnswerAutomatically && !(await hasHadEnough(taking, address))
  const arrival = {
    whom: { id: null, name: nameOf(mail, address), email: address, phone: null, organization: null },
    subject: mail.subject.trim() || firstLine(mail.words) || 'Without a subject',
    story: mail.words,
    make: async (sight: OpeningSight) => {
      const { draft, customer: author } = sight
      draft.mayAnswer = mayAnswer
      const by = { direction: 'in', authorKind: 'customer', author, flagged: false, address } as const
      const message = sayMail(draft, mail, files, by)
      const owner = await ownerByIntake(connection, desk, sight)
      // Scenario 5: a stranger may be somebody whom the desk knows.
      const isThis = sight.isKnown ? [] : await findLookalikes(connection, desk.workspace, strangerOf(mail, address))
      return {
        by: { kind: 'customer' as const, id: author },
        command: {
          channel: 'email' as const,
          owner,
          way: 'intake' as const,
          message,
          facts: [],
          promise: null,
          isThis,
        },
      }
    },
  }
  if (!hasAnybody(configuration)) return { state: 'kept', number: null, why: nobodyYet }
  const outcome = await open(desk, byMail({ kind: 'desk' }), arrival, connection)
  return 'answer' in outcome ? endOf(outcome, 'issue', outcome.answer.number) : endOf(outcome, 'issue', null)
}

async function addParticipant({ desk, connection }: Taking, mail: LegibleMail, address: string): Promise<CustomerId> {
  const id = randomUUIDv7()
  await connection.query('insert into customer (workspace_id, customer_id, name) values ($1, $2, $3)', [
    desk.workspace,
    id,
    nameOf(mail, address),
  ])
  await connection.query(
    `insert into customer_address (workspace_id, kind, address, customer_id) values ($1, 'email', $2, $3)`,
    [desk.workspace, address, id],
  )
  return id
}

const nameOf = (mail: LegibleMail, address: string): string =>
  mail.from?.name?.trim().slice(0, 200) || address.slice(0, address.indexOf('@'))

const strangerOf = (mail: LegibleMail, address: string): Stranger => ({
  name: nameOf(mail, address),
  email: address,
  words: `${mail.subject}\n${mail.words}`,
})

const firstLine = (words: string): string => words.trim().split('\n', 1)[0]?.slice(0, 120) ?? ''

const byMail = (by: Actor): Caller => ({ by, from: 'email', once: null })

/** A mail that the rulebook refuses (an issue that is gone, say) is kept for a person: its words are never lost. */
function endOf(outcome: Outcome<IssueAnswer>, state: 'issue' | 'reply', number: number | null): Taken {
  if ('answer' in outcome) return { state, number, why: null }
  const why = 'refusal' in outcome ? `The rulebook says ${outcome.refusal.code}.` : 'Its issue is not there.'
  return { state: 'kept', number: null, why }
}
