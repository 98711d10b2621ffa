import { firstName } from '../../../ui/face.tsx'

const kinds: Record<string, string> = {
  credit: 'A credit',
  refund: 'A refund',
  replacement: 'A replacement',
  exception: 'An exception',
}

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
}
