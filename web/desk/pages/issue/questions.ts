import type { IssueAnswer, LookalikeAnswer, Waits } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import type { Wait } from './waits.ts'
import { words } from './waits-words.ts'

/** What only a person can say, one question each: which issue, which customer, whether it has come back. Null: another kind. */
export function questionsOf({ kind, of }: Waits, issue: IssueAnswer): Wait[] | null {
  switch (kind) {
    case 'which_one':
      return whichOne(issue, of)
    case 'is_this':
      return issue.isThis.map(one => isThis(one, issue))
    case 'match':
      return issue.matches.map(one => hasComeBack(one, issue))
    default:
      return null
  }
}

/** Rule 3: a contact landed here, and may be about another of the customer's issues. */
function whichOne({ number, customer, unplaced, may, subject }: IssueAnswer, contact: number): Wait[] {
  const one = unplaced.find(other => other.contact === contact)
  if (!one) return []
  const { message, channel, takenBy, at, among } = one
  const place = (issue: number, says: string) => ({
    says,
    send: `/issues/${number}/messages/${message}/place`,
    body: { issue },
    done: words.placed(issue),
  })
  const says = words.whichOne(firstName(customer.name), channel, takenBy && firstName(takenBy.name))
  return [
    {
      key: `which one ${contact} ${at}`,
      says,
      quote: null,
      due: null,
      acts: may.includes('place')
        ? [
            place(number, words.thisOne(subject)),
            ...among.map(other => place(other.number, words.thatOne(other.number, other.subject, other.owner.name))),
          ]
        : [],
    },
  ]
}

/** Scenario 5: a stranger, or somebody whom the desk knows by another address. */
function isThis({ customer: known, why, open }: LookalikeAnswer, { number, customer, may }: IssueAnswer): Wait {
  const send = `/issues/${number}/customer`
  const same = { says: words.same, send, body: { is: known.id }, done: words.recognized(known.name) }
  const other = { says: words.other, send, body: { isNot: known.id }, done: words.dismissed }
  return {
    key: `is this ${known.id}`,
    says: words.isThis(customer.name, known.name, known.organization),
    quote: words.lookalike(
      why.map(reason => words.likeness[reason]),
      open,
    ),
    due: null,
    acts: may.includes('say_who') ? [same, other] : [],
  }
}

/** Rule 21: an older issue of the customer that may have come back with this one. */
function hasComeBack(match: IssueAnswer['matches'][number], { number, may }: IssueAnswer): Wait {
  const path = `/issues/${number}/matches/${match.number}`
  return {
    key: `match ${match.number}`,
    says: words.cameBack(match.number, match.subject),
    quote: [match.why, match.within ? words.opensAgain : words.isLinked].join('\n'),
    due: null,
    acts: may.includes('decide_match')
      ? [
          { says: words.cameBackYes, send: `${path}/accept`, done: words.joined(match.number) },
          { says: words.cameBackNo, send: `${path}/dismiss`, done: words.dismissed },
        ]
      : [],
  }
}
