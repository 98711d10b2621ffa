const outcomes: Record<string, string> = {
  confirmed: 'confirmed by the customer',
  unconfirmed: 'without a confirmation',
  unreachable: 'since nobody could be reached',
  cannot_fix: 'since it can’t be fixed',
  duplicate: 'as a duplicate',
  spam: 'as spam',
  elsewhere: 'at another desk',
}
const causes: Record<string, string> = {
  asked_for: 'somebody asked for help',
  broken_too_long: 'a promise stayed broken for too long',
  second_broken_promise: 'a second promise was broken',
  second_huddle: 'a second huddle was needed to settle whose it is',
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
  watch: 'A check whether it holds was promised',
  callback: 'A call back was promised',
}
const because: Record<string, (who: string) => string> = {
  claim: who => `${who} claimed the issue, and the offer ended with that.`,
  takeover: who => `${who} took the issue over, and the offer ended with that.`,
  left: () => 'The offer was withdrawn: to whom it was made does not work here any more.',
  spam: who => `${who} marked it as spam, and the offer ended with that.`,
  huddle: () => 'The huddle settled whose it is, and the offer ended with that.',
}
const kinds: Record<string, string> = {
  credit: 'a credit',
  refund: 'a refund',
  replacement: 'a replacement',
  exception: 'an exception',
}
const looked: Record<string, string> = {
  well: 'looked after',
  partly: 'partly looked after',
  badly: 'not looked after',
}
const all = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
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
  broughtOver: {
    theirs: (source: string, owner: string) => `It came over from ${source}, where ${owner} had it.`,
    given: (source: string, owner: string) => `It came over from ${source}, and was given to ${owner}.`,
    closed: (source: string) => `It came over from ${source}, where it was over already.`,
  },
  moved: {
    claim: (who: string, from: string, _to: string) => `${who} claimed it from ${from}.`,
    handoff: (_who: string, from: string, to: string) => `It changed hands, from ${from} to ${to}.`,
    takeover: (who: string, from: string, _to: string) => `${who} took it over from ${from}.`,
    huddle: (_who: string, from: string, to: string) => `By the huddle it went from ${from} to ${to}.`,
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
  ownerTold: (who: string) => `${who} left a word for whoever looks after it.`,
  askedAgain: (customer: string, fact: string) => `${customer} was asked again for something we knew: ${fact}.`,
  unplaced: (customer: string) => `It was not clear which issue of ${customer} this was about.`,
  placed: (who: string) => `${who} said that it is about this issue.`,
  placedElsewhere: (who: string, into: number) => `${who} said that it is about #${into}, and it went there.`,
  placedHere: (who: string, customer: string, from: number) =>
    `A word of ${customer} came over from #${from}: ${who} said that it is about this.`,
  lookalikes: (customer: string) => `The desk asked whether ${customer} is somebody we know.`,
  dismissed: (who: string) => `${who} said that it is somebody else.`,
  recognized: (who: string) => `${who} said who it is: somebody we know.`,
  merged: (who: string) => `${who} put two records of this customer together.`,
  unmerged: (who: string) => `${who} took two records of customers apart again.`,
  erased: (who: string) => `${who} had all words on this erased, as the law asks. What happened stays on record.`,
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
  introducedLive: (customer: string) => `The receiver was introduced to ${customer} in the same talk.`,
  liveBegan: (who: string, customer: string, channel: string) =>
    `${who} has ${customer} ${channel === 'phone' ? 'on the line' : 'in the chat'}, and calls the receiver in.`,
  seenLive: (party: string, who: string) =>
    party === 'customer' ? `${who} is there.` : `${who} is there, and says so.`,
  liveInterrupted: (until: string) =>
    `Not all three came together. The owner keeps it, and a call back is promised by ${until}.`,
  liveResumed: (who: string) => `${who} came back: they are being brought together again.`,
  liveEnded: 'Nobody came back in time, so the live introduction came to nothing.',
  talkedTogether: (customer: string, channel: string) =>
    `Giver, receiver and ${customer} were all there together, ${channel === 'phone' ? 'on the phone' : 'in the chat'}.`,
  objected: (customer: string) => `${customer} says that they have met nobody.`,
  introductionUndone: 'The introduction came back undelivered, so it has not happened.',
  met: (who: string, customer: string) => `${who} greeted ${customer}: they have met.`,
  metLive: (customer: string) => `With that the receiver and ${customer} have met.`,
  fellThrough: (customer: string) => `The hand-off fell through: nobody greeted ${customer} in time.`,
  lookedBackMoved: (giver: string, receiver: string, at: string) =>
    `Looked back for ${giver}: with ${receiver} it has moved forward${at ? `, last ${at}` : ''}.`,
  lookedBackStill: (giver: string, receiver: string) => `Looked back for ${giver}: with ${receiver} nothing has moved.`,
  lookedAfter: (who: string, customer: string) => `${who} says how ${customer} is looked after now.`,
  huddleCalled: (who: string, people: (string | null)[], due: string) =>
    `${who} called a huddle: ${people.filter(name => name !== null).join(', ')} settle by ${due} who owns it.`,
  huddleLate: 'The huddle has not settled in time who owns it.',
  huddleSettled: (who: string, owner: string) => `${who} recorded what the huddle settled: ${owner} owns it.`,
  huddleLed: (third: string | null) =>
    third ? `${third} leads the huddle from now on.` : 'The two settle it between them from now on.',
  huddleCalledOff: 'The huddle is not needed any more.',
  huddleLeft: 'The huddle is off: who was meant to get it does not work here any more.',
  proposed: (who: string, customer: string) => `${who} asked ${customer} whether it is solved.`,
  confirmed: (customer: string) => `${customer} confirmed that it is solved.`,
  confirmedBy: (customer: string, who: string) => `${customer} confirmed that it is solved, as ${who} heard.`,
  denied: (customer: string) => `${customer} said that it is not solved.`,
  deniedBy: (customer: string, who: string) => `${customer} said that it is not solved, as ${who} heard.`,
  rated: (customer: string, choice: string) =>
    `${customer} said that they were ${looked[choice] ?? 'looked after, or not'}.`,
  closed: (who: string, outcome: string) => `${who} closed it, ${outcomes[outcome] ?? outcome}.`,
  reopened: 'It came back, and is open again.',
  goesOn: 'The other desk went on with it, so it is open here, too.',
  granted: (who: string, kind: string, worth: string) => `${who} granted ${kinds[kind] ?? kind} of ${worth}.`,
  approvalAsked: (who: string, kind: string, worth: string) =>
    `${who} asked for approval of ${kinds[kind] ?? kind} of ${worth}.`,
  approvalClimbed: 'Nobody answered the approval in time. It was asked for again, further up.',
  approvedConcession: (who: string) => `${who} approved it.`,
  refusedConcession: (who: string) => `${who} did not approve it, and said why.`,
  withdrawnConcession: (who: string) => `${who} withdrew the approval: it is needed no more.`,
  reviewed: (who: string) => `${who} said what we learn from it.`,
  causeLinked: (who: string, cause: number) => `${who} linked it to cause ${cause}: other customers have it, too.`,
  causeUnlinked: (who: string, cause: number) => `${who} took it out of cause ${cause}: it is another problem.`,
  causeWord: (who: string, customer: string) =>
    `${who} gave a word on the shared cause, to be passed on to ${customer}.`,
  causeSolved: (who: string) => `${who} said that the shared cause is solved.`,
  causeReopened: (who: string) => `${who} said that the shared cause is not solved after all.`,
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
  left: 'Who was asked to assist does not work here any more.',
  introduced: (who: string, customer: string) => `${who} introduced the assistant to ${customer}.`,
  mailBounced: 'The mail about it came back: who was asked may not know of it.',
  introductionUndone: 'The introduction of the assistant came back undelivered, so it has not happened.',
}

/** What has happened to the alarm, by the name of the workspace's path (Rules 23 to 26). */
export const alarmWords = (path: string) => ({
  escalated: (cause: string) => `The ${path} was lit: ${causes[cause] ?? cause}.`,
  escalatedBy: (who: string, customer: string) => `${who} lit the ${path} for ${customer}.`,
  escalatedByCustomer: (customer: string) => `${customer} lit the ${path}.`,
  joined: (who: string) => `${who} asked for it, too: the ${path} is lit already, and this is added.`,
  rungCalled: (rung: number, called: readonly string[], until: string) =>
    `The ${path} calls ${all(called)} on rung ${rung}, to answer by ${until}.`,
  rungSkipped: (rung: number) => `Rung ${rung} of the ${path} was skipped: it is the owner’s.`,
  rungEmpty: (rung: number) => `Nobody is on rung ${rung} of the ${path}.`,
  lastResortCalled: (called: readonly string[], until: string) =>
    `Nobody is on call: the ${path} calls ${all(called)} as the last resort, to answer by ${until}.`,
  nobodyToCall: (until: string) => `There is nobody who could be called. It is tried again at ${until}.`,
  alarmTaken: (who: string) => `${who} sees the ${path} through from here on.`,
  outcomeTold: (who: string) => `${who} told those who lit the ${path} what came of it.`,
  acknowledged: (who: string) => `${who} answered the ${path}, to see it through.`,
  stoodDown: (who: string) => `${who} stood the ${path} down.`,
})
