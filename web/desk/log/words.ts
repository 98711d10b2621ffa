const outcomes: Record<string, string> = {
  confirmed: 'confirmed by the customer',
  unconfirmed: 'without a confirmation',
  unreachable: 'since nobody could be reached',
  cannot_fix: 'since it can’t be fixed',
  duplicate: 'as a duplicate',
  spam: 'as spam',
}
const causes: Record<string, string> = {
  broken_too_long: 'a promise stayed broken for too long',
  second_broken_promise: 'a second promise was broken',
  second_recurrence: 'it came back for the second time',
}
const reasons: Record<string, string> = {
  not_mine: 'it is somebody else’s',
  missing_information: 'something is missing',
  no_capacity: 'there is no room for it',
}
const policies: Record<string, string> = {
  answer: 'An answer was promised',
  introduction: 'An introduction was promised',
  follow_up: 'Another look was promised',
}
const because: Record<string, (who: string) => string> = {
  claim: who => `${who} claimed the issue, and the offer ended with that.`,
  takeover: who => `${who} took the issue over, and the offer ended with that.`,
}
const kinds: Record<string, string> = {
  credit: 'a credit',
  refund: 'a refund',
  replacement: 'a replacement',
  exception: 'an exception',
}
const of = (due: string): string => (due ? ` of ${due}` : '')

/** What has happened, a sentence each. */
export const words = {
  desk: 'The desk',
  you: 'You',
  youThere: 'you',
  somebody: 'somebody',
  quoted: (what: string) => `“${what}”`,
  cameIn: (customer: string, owner: string) => `${customer} got in touch. The intake gave it to ${owner}.`,
  opened: (who: string, customer: string) => `${who} took a contact of ${customer}, and owns it.`,
  moved: {
    claim: (who: string, from: string, _to: string) => `${who} claimed it from ${from}.`,
    handoff: (_who: string, from: string, to: string) => `It changed hands, from ${from} to ${to}.`,
    takeover: (who: string, from: string, _to: string) => `${who} took it over from ${from}.`,
  },
  customerWrote: (customer: string) => `${customer} wrote.`,
  customerCalled: (customer: string, who: string) => `${customer} called, and ${who} answered.`,
  wroteTo: (who: string, customer: string) => `${who} wrote to ${customer}.`,
  talkedWith: (who: string, customer: string) => `${who} talked with ${customer}.`,
  didNotReach: (who: string, customer: string) => `${who} called ${customer} and did not reach them.`,
  bounced: (customer: string) => `A word to ${customer} came back undelivered.`,
  automaticBounced: (customer: string) => `An automatic mail to ${customer} came back undelivered.`,
  machineWrote: (customer: string) => `A machine answered for ${customer}.`,
  note: (who: string) => `${who} wrote a note.`,
  fact: (who: string, key: string) => `${who} recorded a fact: ${key}.`,
  factExcused: (who: string, key: string, lesson: number) =>
    `${who} let the fact ${key} stand, otherwise than lesson ${lesson} says.`,
  kind: (who: string) => `${who} said of which kind it is.`,
  noKind: (who: string) => `${who} said that it is of no kind.`,
  stepDone: (who: string, lesson: number) => `${who} took the step of lesson ${lesson}.`,
  stepExcused: (who: string, lesson: number) => `${who} said why the step of lesson ${lesson} need not be taken here.`,
  stepOpened: (who: string, lesson: number) => `${who} opened the step of lesson ${lesson} again.`,
  thanked: (who: string, whom: string) => `${who} thanked ${whom}.`,
  thanksTakenBack: (who: string) => `${who} took thanks back.`,
  diagnosis: (who: string) => `${who} recorded what the matter is.`,
  promised: (who: string, what: string, due: string) => `${who} promised ${what ? `${what} by ` : 'word by '}${due}.`,
  promisedByPolicy: (kind: string, due: string) => `${policies[kind] ?? 'Word was promised'} by ${due}.`,
  kept: (due: string) => `The promise${of(due)} was kept.`,
  madeGood: (due: string) => `The broken promise${of(due)} was made good.`,
  unkept: (due: string) => `The word that had kept the promise${of(due)} came back: it is owed again.`,
  movedPromise: (who: string, from: string, to: string) => `${who} moved the promise${of(from)} to ${to}, and said so.`,
  brokenPromise: (due: string) => `The promise of ${due} was broken.`,
  released: (due: string) => `The promise${of(due)} is no longer needed.`,
  offered: (who: string, to: string) => `${who} offered it to ${to}.`,
  accepted: (who: string) => `${who} accepted, and read it back.`,
  declined: (who: string, reason: string) => `${who} declined: ${reasons[reason] ?? 'for a reason'}.`,
  expired: 'Nobody answered the offer in time. The owner keeps it.',
  withdrawn: (who: string, why: string) => because[why]?.(who) ?? `${who} withdrew the offer.`,
  introduced: (who: string, customer: string) => `${who} introduced the receiver to ${customer}.`,
  introductionUndone: 'The introduction came back undelivered, so it has not happened.',
  met: (who: string, customer: string) => `${who} greeted ${customer}: they have met.`,
  fellThrough: (customer: string) => `The hand-off fell through: nobody greeted ${customer} in time.`,
  lookedBackMoved: (giver: string, receiver: string) =>
    `Looked back for ${giver}: with ${receiver} it has moved forward.`,
  lookedBackStill: (giver: string, receiver: string) => `Looked back for ${giver}: with ${receiver} nothing has moved.`,
  proposed: (who: string, customer: string) => `${who} asked ${customer} whether it is solved.`,
  confirmed: (customer: string) => `${customer} confirmed that it is solved.`,
  confirmedBy: (customer: string, who: string) => `${customer} confirmed that it is solved, as ${who} heard.`,
  denied: (customer: string) => `${customer} said that it is not solved.`,
  deniedBy: (customer: string, who: string) => `${customer} said that it is not solved, as ${who} heard.`,
  closed: (who: string, outcome: string) => `${who} closed it, ${outcomes[outcome] ?? outcome}.`,
  reopened: 'It came back, and is open again.',
  escalated: (cause: string) => `The Lighthouse was lit: ${causes[cause] ?? 'somebody asked for help'}.`,
  acknowledged: (who: string) => `${who} answered the Lighthouse, and sees it through.`,
  stoodDown: (who: string) => `${who} stood the Lighthouse down.`,
  granted: (who: string, kind: string, worth: string) => `${who} granted ${kinds[kind] ?? kind} of ${worth}.`,
  approvalAsked: (who: string, kind: string, worth: string) =>
    `${who} asked for approval of ${kinds[kind] ?? kind} of ${worth}.`,
  approvalClimbed: 'Nobody answered the approval in time. It was asked for again, further up.',
  approvedConcession: (who: string) => `${who} approved it.`,
  refusedConcession: (who: string) => `${who} did not approve it, and said why.`,
  withdrawnConcession: (who: string) => `${who} withdrew the approval: it is needed no more.`,
  reviewed: (who: string) => `${who} said what we learn from it.`,
  other: (who: string, type: string) => `${who}: ${type}.`,
}

/** What has happened to an assist (Rule 16). */
export const assistWords = {
  asked: (who: string, of: string, customer: string) => `${who} asked ${of} to help, for ${customer}.`,
  accepted: (who: string) => `${who} said yes to helping.`,
  declined: (who: string) => `${who} can’t help, and said why.`,
  touched: (who: string) => `${who} said how the assist goes.`,
  step: (who: string) => `${who} moved the assist forward.`,
  moved: (who: string) => `${who} returned the assist with a result.`,
  notMoved: (who: string) => `${who} returned the assist: something is missing.`,
  wentBack: 'The assist was due, and came back with what had moved.',
  silent: 'The assist was due without any movement. It came back by itself.',
  withdrawn: (who: string) => `${who} withdrew the assist.`,
  ownsIt: (who: string) => `${who} owns the issue now, and assists no more.`,
  introduced: (who: string, customer: string) => `${who} introduced the assistant to ${customer}.`,
  introductionUndone: 'The introduction of the assistant came back undelivered, so it has not happened.',
}
