import { randomUUIDv7 } from 'node:crypto'
import { type Assist, whoAssists } from '../core/assist/assist.ts'
import { hasSeat } from '../core/context.ts'
import type { Recorded } from '../core/events.ts'
import type { Issue } from '../core/issue/issue.ts'
import { toldSentences } from '../core/told/sentences.ts'
import type { Word } from '../core/told/told.ts'
import type { NewMail, Notice } from '../store/change.ts'
import type { Configuration, Person } from '../store/configuration.ts'
import type { SeenIssue } from '../store/issue-read.ts'
import type { Desk } from './desk.ts'
import { mailIdFor } from './signed.ts'
import { sayTime } from './times.ts'

type Told = {
  number: number
  after: SeenIssue
  events: readonly Recorded[]
  notices: readonly Notice[]
  configuration: Configuration
}

/**
 * Rule 16: who is asked for an assist hears of it by mail, each with a link of their own by which they answer without a
 * password. `left`: what these mails don't tell.
 */
export function assistMails(desk: Desk, told: Told): { mails: NewMail[]; left: Notice[] } {
  const { notices, events, after, configuration } = told
  const letters = events.flatMap(recorded =>
    toldOf(recorded, after.state).flatMap(({ assist, word }) =>
      whoAssists(after.state, assist, configuration.members).flatMap(id => {
        const to = configuration.members.get(id)
        const isTold = notices.some(notice => notice.member === id && notice.word === word)
        return to && isTold && goesByMail(to, word) ? [{ to, assist, word }] : []
      }),
    ),
  )
  return {
    mails: letters.map(letter => mail(desk, told, letter)),
    left: notices.filter(
      ({ member, word }) => !letters.some(({ to, word: said }) => to.id === member && said === word),
    ),
  }
}

/** Who has a seat sees the rest in the desk. */
const goesByMail = (person: Person, word: Word): boolean =>
  person.toldByMail !== 'nothing' && (word === 'assist_asked' || !hasSeat(person) || person.toldByMail === 'everything')

/** What an event tells those who assist, and about which assists. */
function toldOf({ event, by }: Recorded, { assists }: Issue): { assist: Assist; word: Word }[] {
  const one = (id: number, word: Word) => assists.filter(assist => assist.id === id).map(assist => ({ assist, word }))
  switch (event.type) {
    case 'AssistAsked':
      return one(event.assist, 'assist_asked')
    case 'AssistFellSilent':
      return one(event.assist, 'assist_gone_back')
    case 'AssistReturned':
      return by.kind === 'desk' ? one(event.assist, 'assist_gone_back') : []
    case 'AssistWithdrawn':
      return event.because === 'left' ? [] : one(event.assist, 'assist_withdrawn')
    case 'AssistantIntroduced':
      return one(event.assist, 'assistant_introduced')
    case 'AssistantIntroductionUndone':
      return one(event.assist, 'assistant_introduction_undone')
    case 'CustomerWrote':
      return assists
        .filter(({ state }) => state === 'introduced')
        .map(assist => ({ assist, word: 'customer_wrote' as const }))
    default:
      return []
  }
}

type Letter = { to: Person; assist: Assist; word: Word }

function mail(desk: Desk, { number, after, configuration }: Told, { to, assist, word }: Letter): NewMail {
  const id = randomUUIDv7()
  const { name, inbox } = configuration
  const asks = word === 'assist_asked'
  const asker = configuration.members.get(assist.askedBy)?.name
  return {
    id,
    kind: 'notice',
    message: null,
    assist: { id: assist.id, assistant: to.id },
    mailId: mailIdFor(desk.secrets.addresses, inbox, number, id),
    fromName: asks && asker ? `${asker}, ${name}` : name,
    to: to.email,
    subject: `For ${after.customer.name}: ${after.subject}`,
    body: (asks ? asking(after, assist, configuration) : telling(after, assist, word)).join('\n\n'),
    promiseLine: null,
    state: desk.mail === 'local' ? 'local' : 'queued',
  }
}

/** What is asked, for whom and by when. The link of whoever gets it follows. */
function asking({ customer, subject, words }: SeenIssue, assist: Assist, configuration: Configuration): string[] {
  const { members, teams, calendar } = configuration
  const asker = members.get(assist.askedBy)?.name ?? 'A colleague'
  const whom = assist.of.kind === 'member' ? 'you' : (teams.get(assist.of.team)?.name ?? 'your team')
  const { name, organization } = customer
  return [
    `${asker} asks ${whom} to help, for ${organization ? `${name}, ${organization}` : name}: ${subject}`,
    words[assist.ask] ?? '',
    `It is due ${sayTime(assist.due, calendar.zone)}. Nobody but ${asker} writes to the customer about it.`,
    'Answer this mail to say how it goes. To say yes or no, and what came of it, follow this link; it is yours alone and asks for no password:',
  ]
}

/** What has become of it since. */
function telling({ customer, words }: SeenIssue, assist: Assist, word: Word): string[] {
  return [
    toldSentences[word],
    `You were asked for ${customer.name}: ${words[assist.ask] ?? ''}`,
    'Where it stands, by a link that is yours alone and asks for no password:',
  ]
}
