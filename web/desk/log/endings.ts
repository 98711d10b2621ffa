import type { EventAnswer } from '../../../src/contract/answers.ts'
import { moment } from '../../ui/times.ts'

/** What ends an issue without a confirmation, or makes one of two: a sentence each. */
const words = {
  askedCannotFix: (who: string) => `${who} asked a supervisor whether it can’t be fixed.`,
  cannotFixUnanswered: 'Nobody had said in time whether it can’t be fixed. The supervisors were told again.',
  agreedCannotFix: (who: string) => `${who} agreed that it can’t be fixed.`,
  refusedCannotFix: (who: string) => `${who} did not agree that it can’t be fixed, and said why.`,
  toldCannotFix: (who: string, customer: string) =>
    `${who} told ${customer} why it can’t be fixed, and what is offered instead.`,
  markedSpam: (who: string) => `${who} closed it as spam, and said why.`,
  clearedOfSpam: (who: string) => `${who} opened it again: it was no spam.`,
  recurrenceFound: (who: string) => `${who} checked, and found that it is back.`,
  linked: {
    recurrence: (number: number) => `It is linked to #${number}: the same again.`,
    duplicate: (number: number) => `It is linked to #${number}: the same twice.`,
    related: (number: number) => `It is linked to #${number}, for which it was taken.`,
  },
  matchesFound: 'An older issue was found that may have come back with it.',
  matchAccepted: (who: string, number: number) => `${who} said that it is #${number} come back.`,
  matchDismissed: (who: string, number: number) => `${who} said that it is not #${number}.`,
  mergedInto: (who: string, number: number) => `${who} merged it into #${number}, where it goes on.`,
  tookIn: (who: string, number: number) => `${who} merged #${number} into it, with its promises.`,
  unmerged: (who: string, number: number) => `${who} undid the merge into #${number}: it stands for itself again.`,
  gaveBack: (who: string, number: number) => `${who} undid the merge of #${number}, which stands for itself again.`,
  carried: (number: number, due: string) => `A promise of #${number} runs on here, by ${due}.`,
}

type Data = EventAnswer['data']

const number = (data: Data, key: string): number => (typeof data[key] === 'number' ? data[key] : 0)

/** One event of what can't be fixed, of spam, or of a merge (Rules 19, 21 and 22) as a sentence. */
export function endingSentence(
  { type, data }: EventAnswer,
  { who, customer, now }: { who: string; customer: string; now: string },
): string | null {
  switch (type) {
    case 'CannotFixAsked':
      return words.askedCannotFix(who)
    case 'CannotFixUnanswered':
      return words.cannotFixUnanswered
    case 'CannotFixAgreed':
      return words.agreedCannotFix(who)
    case 'CannotFixRefused':
      return words.refusedCannotFix(who)
    case 'CannotFixTold':
      return words.toldCannotFix(who, customer)
    case 'IssueMarkedSpam':
      return words.markedSpam(who)
    case 'IssueClearedOfSpam':
      return words.clearedOfSpam(who)
    case 'RecurrenceFound':
      return words.recurrenceFound(who)
    case 'IssueLinked':
      return linkSentence(data)
    case 'MatchesFound':
      return words.matchesFound
    case 'MatchAccepted':
      return words.matchAccepted(who, number(data, 'issue'))
    case 'MatchDismissed':
      return words.matchDismissed(who, number(data, 'issue'))
    case 'IssueMerged':
      return words.mergedInto(who, number(data, 'into'))
    case 'IssueTookIn':
      return words.tookIn(who, number(data, 'issue'))
    case 'IssueUnmerged':
      return words.unmerged(who, number(data, 'from'))
    case 'IssueGaveBack':
      return words.gaveBack(who, number(data, 'issue'))
    case 'PromiseCarried':
      return words.carried(number(data, 'from'), typeof data.due === 'string' ? moment(data.due, now) : '')
    default:
      return null
  }
}

function linkSentence(data: Data): string {
  const { kind } = data
  const says = kind === 'duplicate' || kind === 'recurrence' ? words.linked[kind] : words.linked.related
  return says(number(data, 'issue'))
}
