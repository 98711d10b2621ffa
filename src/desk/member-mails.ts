import { randomUUIDv7 } from 'node:crypto'
import type { Word } from '../core/told.ts'
import { toldSentences } from '../core/told-sentences.ts'
import type { NewMail, Notice } from '../store/change.ts'
import type { Configuration, Person } from '../store/configuration.ts'
import type { SeenIssue } from '../store/issue-read.ts'
import type { Desk } from './desk.ts'
import { mailIdFor } from './signed.ts'

/** What can't wait until somebody next looks at the desk. */
const urgent: ReadonlySet<Word> = new Set<Word>(['escalated'])

type Told = { number: number; after: SeenIssue; notices: readonly Notice[]; configuration: Configuration }

/** The mails by which members are told, beside the desk: each as they chose it. One mail says all that one decision tells. */
export function memberMails(desk: Desk, told: Told): NewMail[] {
  const byMember = Map.groupBy(told.notices, ({ member }) => member)
  return [...byMember].flatMap(([id, notices]) => {
    const person = told.configuration.members.get(id)
    const words = notices.map(({ word }) => word).filter(word => person && goesByMail(person, word))
    return person && words.length > 0 ? [mail(desk, told, person, words)] : []
  })
}

const goesByMail = ({ toldByMail }: Person, word: Word): boolean =>
  toldByMail === 'everything' || (toldByMail === 'urgent' && urgent.has(word))

function mail(desk: Desk, { number, after, configuration }: Told, to: Person, words: readonly Word[]): NewMail {
  const id = randomUUIDv7()
  const says = words.map(word => toldSentences[word])
  const { name, organization } = after.customer
  return {
    id,
    kind: 'notice',
    message: null,
    mailId: mailIdFor(desk.secrets.addresses, configuration.inbox, number, id),
    fromName: configuration.name,
    to: to.email,
    subject: `#${number} ${after.subject}: ${says[0]}`,
    body: [
      ...says,
      `For ${organization ? `${name}, ${organization}` : name}: ${after.subject}`,
      `${desk.url}/desk/issues/${number}`,
    ].join('\n\n'),
    promiseLine: null,
    state: desk.mail === 'local' ? 'local' : 'queued',
  }
}
