export const words = {
  title: 'Hand over, hand to hand',
  pageTitle: (number: number) => `#${number}, hand over`,
  still: (name: string, promise: string | null) =>
    promise
      ? ['Until ', name, ' and the next person have met, this is ', 'yours', `, and so is the promise of ${promise}.`]
      : ['Until ', name, ' and the next person have met, this is ', 'yours', '.'],
  stillOf: (name: string, owner: string) => `Until ${name} and the next person have met, this is ${owner}’s.`,
  notYours: (owner: string) => `This is ${owner}’s, and only ${owner} can hand it over.`,
  over: 'It is closed, so there is nothing to hand over.',
  toIssue: 'To the issue',
  change: 'Change it',

  understood: 'Understood',
  understand: 'What is the matter?',
  understandHint: 'What you have found out, and how you know. Who receives it builds on this.',
  record: 'Record it',
  anew: 'Write it anew',

  brief: 'Brief',
  briefLead: 'Written once, so that nobody asks twice.',
  problem: (name: string) => `The problem, in ${name}’s own words`,
  tried: 'What was tried',
  asked: 'What you ask of the receiver',
  told: (name: string) => `What ${name} has been told`,
  callback: 'Call back',
  callbackHint: 'Where the customer is reached if a line drops.',
  next: 'Next: whom?',
  briefMissing: {
    detail: 'The brief is not whole.',
    remedy: 'Say what was tried, what you ask, and what the customer knows.',
  },

  whom: 'Whom?',
  why: (name: string) => `Why ${name}?`,
  team: 'a team: one person accepts',
  onShift: 'on shift',
  offShift: 'not on shift',
  awayUntil: (when: string) => `away until ${when}`,
  room: (room: number) => (room === 1 ? 'room for 1' : `room for ${room}`),
  noRoom: 'no room just now',
  hasOpen: (open: number) => `has ${open}`,
  offer: (name: string) => `Offer to ${name}`,
  offered: (name: string) => `Offered to ${name}.`,
  chooseSomebody: { detail: 'Nobody is chosen yet.', remedy: 'Choose who should have it.' },
  sayWhy: { detail: 'It is not said why.', remedy: 'Say why this receiver: they will ask themselves.' },
  noSeat: (names: string) => `Without a seat in the queue: ${names}`,

  readBack: 'Offer and read-back',
  readBackAhead: (name: string) =>
    `${name} says it back in their own words, with a next step and by when. They have an hour; then you and your supervisor hear of it.`,
  somebody: 'The receiver',
  theReceiver: 'the receiver',
  waiting: (name: string) => `${name} has not answered yet. It is still yours.`,
  until: 'The offer stands until',
  withdraw: 'Withdraw the offer',
  withdrawTitle: 'Withdraw',
  withdrawLabel: (name: string) => `${name} knows of it, and reads`,
  withdrawKeep: 'Leave it',
  withdrawn: 'Withdrawn. It is yours as before.',

  introduce: 'Introduce',
  introduceAhead: (receiver: string, name: string) =>
    `You introduce ${receiver} and ${name}: in one message that names who comes, what happens next and by when.`,
  introduceLead: (receiver: string) => `${receiver} said yes.`,
  message: (name: string) => `To ${name}`,
  letter: ({
    customer,
    giver,
    receiver,
    nextStep,
    due,
  }: Record<'customer' | 'giver' | 'receiver' | 'nextStep' | 'due', string>) =>
    `Hello ${customer},\n\nI would like you to meet ${receiver}, who goes on with this for you and knows the whole story. You need not tell it again.\n\nWhat happens next: ${nextStep}\nYou hear from ${receiver} by ${due}.\n\n${receiver} writes to you in a moment. Until then I am still here for you.\n\n${giver}`,
  keepsToo: 'This introduction also keeps',
  introduceAct: (receiver: string, name: string) => `Introduce ${receiver} to ${name}`,
  introduced: (receiver: string) => `Introduced. ${receiver} greets next.`,
  limit: 'To be greeted by',

  met: 'Met',
  metAhead: (receiver: string, name: string) =>
    `${receiver} greets ${name}. In that moment it is theirs, with every promise.`,
  metWaiting: (receiver: string, name: string) =>
    `${receiver} has been introduced, and has not greeted ${name} yet. It is still yours.`,
  metDone: (receiver: string, name: string) => `${receiver} and ${name} have met. It is with ${receiver}.`,
  lookBack: 'You look back at',

  ended: {
    declined: (name: string) => `${name} declined`,
    expired: (name: string) => `${name} did not answer in time`,
    withdrawn: (name: string) => `The offer to ${name} was withdrawn`,
    fell_through: (name: string) => `${name} said yes, and never greeted`,
  },
  reasons: {
    not_mine: 'it is not theirs',
    missing_information: 'something is missing',
    no_capacity: 'there is no room',
  },
  stillYours: 'It is still yours. Offer it again below, or keep it.',
}
