import type { EscalationAnswer } from '../contract/answers.ts'
import type { Word } from '../core/told/told.ts'
import type { Configuration } from '../store/configuration.ts'
import type { SeenIssue } from '../store/issue-read.ts'
import { actorRef, describePromise, memberRef } from './describe.ts'
import { describeEscalation } from './describe-escalation.ts'
import { sayTime } from './times.ts'

/**
 * How a mail speaks of the alarm of an issue: what it is about, and what it says of each word, a paragraph each. `mark`: how
 * other mails about the issue begin while the alarm is open (Rule 25).
 */
export type AlarmWords = { subject: string; mark: string; says: (word: Word) => string[] | null }

/** The customer's need comes first, then what helps to answer it, in the name of the workspace's path (Rules 23 and 24). */
export function alarmWords(number: number, after: SeenIssue, configuration: Configuration): AlarmWords | null {
  const { escalation } = after.state
  if (!escalation) return null
  const { path, calendar } = configuration
  const { name, organization } = after.customer
  const alarm = describeEscalation(escalation, after, configuration)
  const need = needOf(alarm, after, configuration)
  const last = alarm.raises.at(-1)?.facts
  const champion = alarm.champion?.name ?? 'Somebody'
  const forThem = `the ${path.name} for ${name}`
  const owner = memberRef(configuration, after.state.ownership.at(-1)?.member ?? '').name
  const paragraphs: Partial<Record<Word, () => string[]>> = {
    called: () => [
      need.asFact ? `${organization ? `${name}, ${organization},` : name} needs: ${need.says}` : need.says,
      ...factsOf(alarm),
      callAt(after),
      `The issue is ${owner}'s: #${number} ${after.subject}`,
      `You are called by ${forThem}.${alarm.calling ? ` Answer by ${sayTime(alarm.calling.until, calendar.zone)}; then the next is called.` : ''}`,
    ],
    escalated: () => [`For ${name} the ${path.name} was raised. ${owner} owns the issue.`, need.says],
    nobody_on_call: () => [
      `For ${name} the ${path.name} was raised, and nobody is on call. As the last resort it calls ${allOf(alarm.calling?.members.map(one => one.name) ?? [])}.`,
      need.says,
    ],
    joined: () => [
      `Somebody else asks for ${name}, too.`,
      ...(last
        ? [`What it costs them: ${last.impact}`, ...(last.needed ? [`What is needed: ${last.needed}`] : [])]
        : []),
    ],
    acknowledged: () => [`${champion} answered ${forThem}, and sees it through.`],
    alarm_taken: () => [`${champion} sees ${forThem} through from here on.`],
    outcome: () => [`What came of ${forThem}:`, alarm.told ?? ''],
    stood_down: () => [`${champion} stood ${forThem} down.`, alarm.outcome ?? ''],
  }
  return {
    subject: `${path.name} for ${name}: ${oneLine(need.inShort)}`,
    mark: alarm.state === 'stood_down' ? '' : `${path.name}: `,
    says: word => paragraphs[word]?.() ?? null,
  }
}

const allOf = (names: readonly string[]): string => names.join(' and ') || 'nobody'
const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, 120)

type Need = { says: string; inShort: string; asFact: boolean }

/** What the customer needs: as somebody said who raised it, else what the desk itself saw. */
function needOf({ raises, cause }: EscalationAnswer, after: SeenIssue, configuration: Configuration): Need {
  const facts = raises.find(raise => raise.facts)?.facts
  if (facts) {
    const says = facts.needed ?? facts.impact
    return { says, inShort: says, asFact: true }
  }
  const { name } = after.customer
  const [broken] = after.state.promises.filter(({ fate }) => fate.state === 'broken')
  if (broken) {
    const { what, due } = describePromise(
      broken,
      id => after.words[id] ?? '',
      by => actorRef(configuration, by, name),
    )
    const says = `We promised ${name}: ${what}, by ${sayTime(due, configuration.calendar.zone)}. It is still owed.`
    return { says, inShort: what, asFact: false }
  }
  const seen = cause === 'second_huddle' ? 'It is not settled whose it is' : 'It has come back again'
  return { says: `${seen}: ${after.subject}`, inShort: after.subject, asFact: false }
}

/** What those who raised it said of the customer; nobody's name, and no more pressure than that. */
const factsOf = ({ raises }: EscalationAnswer): string[] =>
  raises.flatMap(({ facts }) =>
    facts
      ? [
          ...(facts.needed === null ? [] : [`What it costs them: ${facts.impact}`]),
          ...(facts.tried === null ? [] : [`What was tried: ${facts.tried}`]),
        ]
      : [],
  )

/** Where the customer can be reached: where they asked to be called, else the number that is known. */
function callAt({ state, words, customer }: SeenIssue): string {
  const callback = state.facts.find(({ key }) => key === 'callback')
  const at = (callback && words[callback.fact]) ?? customer.phone
  if (at) return `Call them at ${at}`
  return customer.email
    ? `No number of theirs is known. Write to ${customer.email} on the issue.`
    : 'No address of theirs is known.'
}
