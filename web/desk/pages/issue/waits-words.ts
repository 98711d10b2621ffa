import { firstName } from '../../../ui/face.tsx'
import { plural } from '../../../ui/time-words.ts'

const kinds: Record<string, string> = {
  credit: 'A credit',
  refund: 'A refund',
  replacement: 'A replacement',
  exception: 'An exception',
}

const longest = 42
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

/** What is said beside that which waits for the reader. */
export const words = {
  title: 'Waits for you',
  by: 'by',
  offered: (giver: string) => `${giver} offers it to you.`,
  answerOffer: 'Answer the offer',
  live: (name: string) => `${name} is there. You are being brought together, all three.`,
  toIntroduction: 'To the introduction',
  introduced: (giver: string, name: string) =>
    `${giver} has introduced you. With your first word to ${name} the issue is yours, with all its promises.`,
  greet: (name: string) => `Greet ${name}`,
  write: (name: string) => `Write to ${name}`,
  call: 'Log a call',
  tell: (name: string) => `Tell ${name}`,
  ask: (name: string) => `Ask ${name}`,
  acknowledge: (path: string) => `Answer the ${path}`,
  acknowledged: 'You answered the alarm: you see it through. The owner keeps the issue.',
  outcome: 'Tell those who raised it',
  standDown: (path: string) => `Stand the ${path} down`,
  approve: 'Approve it',
  approved: 'Approved. Who asked is told.',
  refuse: 'Don’t approve it',
  review: 'What do we learn?',
  concession: (kind: string, worth: string, reason: string) => `${kinds[kind] ?? kind} of ${worth}. ${reason}`,
  answerAssist: 'Answer',
  cannotFix: (reason: string, alternative: string) => `${reason}\nInstead: ${alternative}`,
  agree: 'I agree',
  agreed: 'Agreed. The owner tells the customer honestly.',
  disagree: 'I don’t agree',
  passOn: (name: string) => `Pass it on to ${name}`,
  cover: (absent: string) => `While ${absent} is away you would act in their place; the issue stays theirs.`,
  acceptCover: 'I look after it',
  covered: (name: string) => `You look after ${name} in that time.`,
  declineCover: 'I can’t',
  huddle: (people: readonly { name: string }[]) => people.map(({ name }) => firstName(name)).join(', '),
  settle: 'Record what it settled',
  lookAfter: 'Say how they are looked after',

  whichOne: (name: string, channel: string, takenBy: string | null) =>
    takenBy
      ? `${name} called, and ${takenBy} answered. Which of ${name}’s issues is it about?`
      : channel === 'phone'
        ? `${name} called. Which of ${name}’s issues is it about?`
        : `${name} wrote. Which of ${name}’s issues is it about?`,
  thisOne: (subject: string) => `This one: ${shortened(subject)}`,
  thatOne: (number: number, subject: string, owner: string) =>
    `#${number}: ${shortened(subject)} (${firstName(owner)})`,
  placed: (number: number) => `It belongs to #${number}.`,
  isThis: (stranger: string, name: string, organization: string | null) =>
    stranger === name
      ? `Is this the ${name}${organization ? ` of ${organization}` : ''} whom we know?`
      : `Is ${stranger} the ${name}${organization ? ` of ${organization}` : ''} whom we know?`,
  likeness: {
    name: 'the name is alike',
    organization: 'the same organization',
    domain: 'the same mail domain',
    phone: 'the same number in the words',
    issue: 'an issue of theirs in the words',
  },
  lookalike: (why: string[], open: number) =>
    [why.join(', '), open > 0 ? plural(open, 'open issue', 'open issues') : 'nothing open'].join('; '),
  same: 'Yes, the same',
  other: 'No, somebody else',
  recognized: (name: string) => `It is ${name}. Both records are one.`,
  dismissed: 'Noted. Nobody asks again.',
  cameBack: (number: number, subject: string) => `Has #${number} come back, “${shortened(subject)}”?`,
  opensAgain: 'Then that one is opened again with its owner, and this goes on there.',
  isLinked: 'It was closed long ago: the two are linked, and this one goes on.',
  cameBackYes: 'Yes, it is that again',
  cameBackNo: 'No, something else',
  joined: (number: number) => `It is #${number} come back.`,
}
