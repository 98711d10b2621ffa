import { randomUUIDv7 } from 'node:crypto'
import { hasSeat } from '../core/context.ts'
import { toldSentences } from '../core/told/sentences.ts'
import type { Word } from '../core/told/told.ts'
import type { NewMail, Notice } from '../store/change.ts'
import type { Configuration, Person } from '../store/configuration.ts'
import type { SeenIssue } from '../store/issue-read.ts'
import { type AlarmWords, alarmWords } from './alarm-mails.ts'
import type { Desk } from './desk.ts'
import { mailIdFor } from './signed.ts'

/** What can't wait until somebody next looks at the desk. */
const urgent: ReadonlySet<Word> = new Set<Word>([
  'cover_asked',
  'cover_missed',
  'cover_set',
  'huddle_called',
  'huddle_late',
  'objected',
  'called',
  'cannot_fix_unanswered',
  'nobody_on_call',
  'joined',
  'acknowledged',
  'alarm_taken',
  'outcome',
  'escalated',
  'lesson_asked',
  'lesson_request_overdue',
  'uncovered',
])

/** What members are told of: an issue or a lesson, by name, with a line on it and where in the desk it is. */
type About = { number: number; name: string; line: string; page: string; alarm: AlarmWords | null }

type Told = { notices: readonly Notice[]; configuration: Configuration }

/** The mails by which members are told of an issue, beside the desk: each as they chose it. */
export function memberMails(
  desk: Desk,
  { number, after, ...told }: Told & { number: number; after: SeenIssue },
): NewMail[] {
  const { name, organization } = after.customer
  const customer = organization ? `${name}, ${organization}` : name
  const line = `For ${customer}: ${after.subject}`
  const alarm = alarmWords(number, after, told.configuration)
  return mailsAbout(desk, { number, name: `#${number} ${after.subject}`, line, page: `issues/${number}`, alarm }, told)
}

/** The mails by which members are told of a lesson. `what`: what happened, as its proposer put it. */
export function lessonMails(desk: Desk, { lesson, what, ...told }: Told & { lesson: number; what: string }): NewMail[] {
  // No thread of an issue is this mail's: its Message-ID names none.
  return mailsAbout(
    desk,
    { number: 0, name: `Lesson ${lesson}`, line: what, page: `lessons/${lesson}`, alarm: null },
    told,
  )
}

/** One mail to each member says all that one decision tells them. */
function mailsAbout(desk: Desk, about: About, { notices, configuration }: Told): NewMail[] {
  return [...Map.groupBy(notices, ({ member }) => member)].flatMap(([id, theirs]) => {
    const person = configuration.members.get(id)
    const words = theirs.map(({ word }) => word).filter(word => person && goesByMail(person, word))
    return person && words.length > 0 ? [mail(desk, about, configuration, person, words)] : []
  })
}

const goesByMail = ({ toldByMail }: Person, word: Word): boolean =>
  toldByMail === 'everything' || (toldByMail === 'urgent' && urgent.has(word))

function mail(
  desk: Desk,
  { number, name, line, page, alarm }: About,
  { name: company, inbox }: Configuration,
  to: Person,
  words: readonly Word[],
): NewMail {
  const id = randomUUIDv7()
  const said = words.map(word => alarm?.says(word) ?? null)
  const says = words.flatMap((word, index) => said[index] ?? toldSentences[word])
  const isAlarm = said.some(paragraphs => paragraphs !== null)
  // A colleague sees what became of the alarms that they raised, and no more of the issue.
  const where = isAlarm && !hasSeat(to) ? 'help' : `desk/${page}`
  return {
    id,
    kind: 'notice',
    message: null,
    mailId: mailIdFor(desk.secrets.addresses, inbox, number, id),
    fromName: company,
    to: to.email,
    subject: alarm && isAlarm ? alarm.subject : `${alarm?.mark ?? ''}${name}: ${says[0]}`,
    body: [...says, ...(isAlarm ? [] : [line]), `${desk.url}/${where}`].join('\n\n'),
    promiseLine: null,
    state: desk.mail === 'local' ? 'local' : 'queued',
  }
}
