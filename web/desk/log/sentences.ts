import type { EventAnswer, PromiseAnswer } from '../../../src/contract/answers.ts'
import { moment } from '../../ui/times.ts'
import type { Names } from '../names.ts'
import { coverSentence } from './absence.ts'
import { assistSentence } from './assists.ts'
import { endingSentence } from './endings.ts'
import { alarmWords, words } from './words.ts'

/** What a sentence about an event needs to name whom and what it is about. */
export type About = {
  names: Names
  customer: string
  promises: readonly PromiseAnswer[]
  now: string
  /** What the workspace calls its escalation path. */
  path: string
}

type Data = EventAnswer['data']

const text = (data: Data, key: string): string => (typeof data[key] === 'string' ? data[key] : '')
const number = (data: Data, key: string): number => (typeof data[key] === 'number' ? data[key] : 0)

/** Who did it, as a sentence begins with them. */
function actorOf({ by }: EventAnswer, { names }: About): string {
  if (by.kind === 'desk') return words.desk
  return by.id === names.me ? words.you : by.name
}

/** The same within a sentence. */
const whoThere = (event: EventAnswer, about: About): string =>
  event.by.kind === 'member' && event.by.id === about.names.me ? words.youThere : actorOf(event, about)

/** One event of the log, as one plain sentence (Rule 33). */
export function sentenceOf(event: EventAnswer, about: About): string {
  const { data, at } = event
  const { names, customer, now } = about
  const who = actorOf(event, about)
  const name = (key: string): string => memberName(text(data, key), names)
  const promise = about.promises.find(({ id }) => id === number(data, 'promise'))
  const what = promise?.kind === 'word' ? words.quoted(promise.what) : ''
  switch (event.type) {
    case 'IssueOpened':
      if (event.from === 'import') return broughtOver(data, name('owner'))
      return text(data, 'way') === 'intake' ? words.cameIn(customer, name('owner')) : words.opened(who, customer)
    case 'OwnershipMoved':
      return words.moved[wayOf(data)](who, name('from'), name('to'))
    case 'CustomerWrote':
      return words.customerWrote(event.by.kind === 'member' ? customer : who)
    case 'CustomerCalled':
      return words.customerCalled(customer, whoThere(event, about))
    case 'CustomerContacted':
      if (text(data, 'channel') !== 'phone') return words.wroteTo(who, customer)
      return data.reached ? words.talkedWith(who, customer) : words.didNotReach(who, customer)
    case 'ContactBounced':
      return words.bounced(customer)
    case 'AutomaticMailBounced':
      return words.automaticBounced(customer)
    case 'MachineWrote':
      return words.machineWrote(customer)
    case 'NoteWritten':
      return words.note(who)
    case 'FactEstablished':
      return words.fact(who, text(data, 'key'))
    case 'FactExcused':
      return words.factExcused(who, text(data, 'key'), number(data, 'lesson'))
    case 'DiagnosisRecorded':
      return words.diagnosis(who)
    case 'OwnerTold':
      return words.ownerTold(who)
    case 'AskedAgain':
      return words.askedAgain(customer, text(data, 'key'))
    case 'PromiseMade': {
      const kind = text(data, 'kind')
      const due = moment(text(data, 'due'), now)
      return kind === 'word' ? words.promised(who, what, due) : words.promisedByPolicy(kind, due)
    }
    case 'PromiseKept':
      return words.kept(dueOf(promise, now))
    case 'PromiseMadeGood':
      return words.madeGood(dueOf(promise, now))
    case 'PromiseUnkept':
      return words.unkept(dueOf(promise, now))
    case 'PromiseMoved':
      return words.movedPromise(who, dueOf(promise, now), moment(text(data, 'due'), now))
    case 'PromiseBroken':
      return words.brokenPromise(moment(promise?.due ?? at, now))
    case 'PromiseReleased':
      return words.released(dueOf(promise, now))
    default:
      return (
        handoffSentence(event, about) ??
        liveSentence(event, about) ??
        huddleSentence(event, about) ??
        endSentence(event, about) ??
        alarmSentence(event, about) ??
        concessionSentence(event, about) ??
        causeSentence(event, about) ??
        learningSentence(event, about) ??
        assistSentence(event, who, receiverOf(data.of, names), customer) ??
        endingSentence(event, { who, customer, now }) ??
        customerSentence(event, about) ??
        coverSentence(event, { who, member: name('member'), absent: name('absent'), until: untilOf(data, now) }) ??
        words.other(who, event.type)
      )
  }
}

/** Where it comes from, when another desk had it before. */
function broughtOver(data: Data, owner: string): string {
  const imported = typeof data.imported === 'object' && data.imported !== null ? (data.imported as Data) : {}
  const source = text(imported, 'source')
  if (imported.closedAt) return words.broughtOver.closed(source)
  return words.broughtOver[text(data, 'way') === 'contact' ? 'theirs' : 'given'](source, owner)
}

function untilOf(data: Data, now: string): string {
  const until = text(data, 'until')
  return until && moment(until, now)
}

function handoffSentence(event: EventAnswer, about: About): string | null {
  const { data } = event
  const { names, customer } = about
  const who = actorOf(event, about)
  switch (event.type) {
    case 'HandoffOffered':
      return words.offered(who, receiverOf(data.to, names))
    case 'HandoffAccepted':
      return words.accepted(who)
    case 'HandoffDeclined':
      return words.declined(who, text(data, 'reason'))
    case 'HandoffExpired':
      return words.expired
    case 'HandoffWithdrawn':
      return words.withdrawn(who, text(data, 'because'))
    case 'HandoffIntroduced':
      return data.live ? words.introducedLive(customer) : words.introduced(who, customer)
    case 'HandoffIntroductionUndone':
      return words.introductionUndone
    case 'HandoffMet':
      return data.live ? words.metLive(customer) : words.met(who, customer)
    case 'HandoffFellThrough':
      return words.fellThrough(customer)
    case 'LookedBack': {
      const [giver, receiver] = [memberName(text(data, 'giver'), names), memberName(text(data, 'receiver'), names)]
      if (!data.moved) return words.lookedBackStill(giver, receiver)
      return words.lookedBackMoved(giver, receiver, movedAt(data, about.now))
    }
    case 'LookedAfter':
      return words.lookedAfter(who, customer)
    default:
      return null
  }
}

/** Rule 9: what happened in a live introduction. */
function liveSentence(event: EventAnswer, about: About): string | null {
  const { data } = event
  const { customer, now } = about
  const who = actorOf(event, about)
  switch (event.type) {
    case 'LiveIntroductionBegan':
      return words.liveBegan(who, customer, text(data, 'channel'))
    case 'SeenLive':
      return words.seenLive(text(data, 'party'), who)
    case 'LiveIntroductionInterrupted':
      return words.liveInterrupted(moment(text(data, 'until'), now))
    case 'LiveIntroductionResumed':
      return words.liveResumed(who)
    case 'LiveIntroductionEnded':
      return words.liveEnded
    case 'TalkedTogether':
      return words.talkedTogether(customer, text(data, 'channel'))
    case 'CustomerObjected':
      return words.objected(customer)
    default:
      return null
  }
}

/** Rule 11: what became of a huddle. */
function huddleSentence(event: EventAnswer, about: About): string | null {
  const { data } = event
  const { names, now } = about
  const who = actorOf(event, about)
  const name = (key: string): string | null => (text(data, key) ? memberName(text(data, key), names) : null)
  switch (event.type) {
    case 'HuddleCalled':
      return words.huddleCalled(who, [name('giver'), name('receiver'), name('third')], moment(text(data, 'due'), now))
    case 'HuddleLate':
      return words.huddleLate
    case 'HuddleSettled':
      return words.huddleSettled(who, name('owner') ?? words.somebody)
    case 'HuddleThirdChanged':
      return words.huddleLed(name('third'))
    case 'HuddleCalledOff':
      return text(data, 'because') === 'left' ? words.huddleLeft : words.huddleCalledOff
    default:
      return null
  }
}

/** What was about, and whose words they are (Rules 3 and 33). */
function customerSentence(event: EventAnswer, about: About): string | null {
  const { data } = event
  const { customer } = about
  const who = actorOf(event, about)
  switch (event.type) {
    case 'ContactUnplaced':
      return words.unplaced(customer)
    case 'ContactPlaced':
      return words.placed(who)
    case 'ContactPlacedElsewhere':
      return words.placedElsewhere(who, number(data, 'into'))
    case 'ContactPlacedHere':
      return words.placedHere(who, customer, number(data, 'from'))
    case 'LookalikesFound':
      return words.lookalikes(customer)
    case 'LookalikeDismissed':
      return words.dismissed(who)
    case 'CustomerRecognized':
      return words.recognized(who)
    case 'CustomerMerged':
      return words.merged(who)
    case 'CustomerUnmerged':
      return words.unmerged(who)
    case 'WordsErased':
      return words.erased(who)
    default:
      return null
  }
}

function endSentence(event: EventAnswer, about: About): string | null {
  const { data } = event
  const { customer } = about
  const who = actorOf(event, about)
  switch (event.type) {
    case 'ResolutionProposed':
      return words.proposed(who, customer)
    case 'ResolutionConfirmed':
      return event.by.kind === 'member' ? words.confirmedBy(customer, whoThere(event, about)) : words.confirmed(who)
    case 'ResolutionDenied':
      return event.by.kind === 'member' ? words.deniedBy(customer, whoThere(event, about)) : words.denied(who)
    case 'CustomerRated':
      return words.rated(who, text(data, 'choice'))
    case 'IssueClosed':
      return words.closed(who, text(data, 'outcome'))
    case 'IssueReopened':
      return event.from === 'import' ? words.goesOn : words.reopened
    default:
      return null
  }
}

function alarmSentence(event: EventAnswer, about: About): string | null {
  const words = alarmWords(about.path)
  const { data, by } = event
  const who = actorOf(event, about)
  const until = (): string => moment(text(data, 'until'), about.now)
  switch (event.type) {
    case 'EscalationRaised':
      if (by.kind === 'desk') return words.escalated(text(data, 'cause'))
      return by.kind === 'customer' ? words.escalatedByCustomer(who) : words.escalatedBy(who, about.customer)
    case 'EscalationJoined':
      return words.joined(who)
    case 'RungCalled':
      return words.rungCalled(number(data, 'rung'), called(data, about), until())
    case 'RungSkipped':
      return words.rungSkipped(number(data, 'rung'))
    case 'RungEmpty':
      return words.rungEmpty(number(data, 'rung'))
    case 'LastResortCalled':
      return words.lastResortCalled(called(data, about), until())
    case 'NobodyToCall':
      return words.nobodyToCall(until())
    case 'EscalationAcknowledged':
      return words.acknowledged(who)
    case 'EscalationTaken':
      return words.alarmTaken(who)
    case 'OutcomeTold':
      return words.outcomeTold(who)
    case 'EscalationStoodDown':
      return words.stoodDown(who)
    default:
      return null
  }
}

const called = ({ called: ids }: Data, { names }: About): string[] =>
  Array.isArray(ids) ? ids.map(id => memberName(String(id), names)) : []

function concessionSentence(event: EventAnswer, about: About): string | null {
  const who = actorOf(event, about)
  const worth = worthOf(event.data)
  switch (event.type) {
    case 'ConcessionGranted':
      return words.granted(who, text(event.data, 'kind'), worth)
    case 'ApprovalAsked':
      return words.approvalAsked(who, text(event.data, 'kind'), worth)
    case 'ApprovalClimbed':
      return words.approvalClimbed
    case 'ConcessionApproved':
      return words.approvedConcession(who)
    case 'ConcessionRefused':
      return words.refusedConcession(who)
    case 'ConcessionWithdrawn':
      return words.withdrawnConcession(who)
    case 'ConcessionReviewed':
      return words.reviewed(who)
    default:
      return null
  }
}

function causeSentence(event: EventAnswer, about: About): string | null {
  const who = actorOf(event, about)
  switch (event.type) {
    case 'CauseLinked':
      return words.causeLinked(who, number(event.data, 'cause'))
    case 'CauseUnlinked':
      return words.causeUnlinked(who, number(event.data, 'cause'))
    case 'CauseWordGiven':
      return words.causeWord(who, about.customer)
    case 'CauseSolved':
      return words.causeSolved(who)
    case 'CauseReopened':
      return words.causeReopened(who)
    default:
      return null
  }
}

/** Money of an event, in the smallest unit of its currency, as people write it. */
function worthOf({ worth }: Data): string {
  if (typeof worth !== 'object' || worth === null || !('amount' in worth) || !('currency' in worth)) return ''
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: String(worth.currency) })
  return format.format(Number(worth.amount) / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

function learningSentence(event: EventAnswer, about: About): string | null {
  const { data } = event
  const who = actorOf(event, about)
  const lesson = number(data, 'lesson')
  switch (event.type) {
    case 'KindSet':
      return data.kind === null ? words.noKind(who) : words.kind(who)
    case 'ChecklistStepDone':
      return words.stepDone(who, lesson)
    case 'ChecklistStepExcused':
      return words.stepExcused(who, lesson)
    case 'ChecklistStepOpened':
      return words.stepOpened(who, lesson)
    case 'KudosGiven':
      return words.thanked(who, memberName(text(data, 'for'), about.names))
    case 'KudosTakenBack':
      return words.thanksTakenBack(who)
    default:
      return null
  }
}

/** When the contact was of which a look-back tells; logs of before do not say it. */
function movedAt({ moved }: Data, now: string): string {
  const at = typeof moved === 'object' && moved !== null && 'at' in moved ? moved.at : null
  return typeof at === 'string' ? moment(at, now) : ''
}

const memberName = (id: string, names: Names): string => (id === names.me ? words.youThere : names.member(id).name)

function receiverOf(to: unknown, names: Names): string {
  if (typeof to !== 'object' || to === null) return words.somebody
  if ('member' in to && typeof to.member === 'string') return memberName(to.member, names)
  return 'team' in to && typeof to.team === 'string' ? names.team(to.team) : words.somebody
}

function wayOf(data: Data): 'claim' | 'handoff' | 'takeover' | 'huddle' {
  const way = text(data, 'way')
  return way === 'claim' || way === 'takeover' || way === 'huddle' ? way : 'handoff'
}

const dueOf = (promise: PromiseAnswer | undefined, now: string): string => (promise ? moment(promise.due, now) : '')
