import type { ReturnAnswer } from '../../../../src/contract/answers.ts'
import { words } from './words.ts'

type Issue = ReturnAnswer['issues'][number]
type Step = Issue['promises'][number]

/** One thing that happened, in the order of time: a promise's fate, or what somebody wrote. */
export type Happened = { key: string; at: string } & (
  | { became: Step['became']; says: string }
  | { direction: Issue['messages'][number]['direction']; author: string; begin: string }
)

/** Who reads, and how the page says a time. */
type Saying = { me: string; moment: (at: string) => string }

/** Everything on one issue, promises and words together. */
export function happenedOn({ promises, messages }: Pick<Issue, 'promises' | 'messages'>, saying: Saying): Happened[] {
  const steps = promises.map((step, place) => {
    const key = `promise ${place}`
    return { key, at: step.at, became: step.became, says: saysOf(step, saying) }
  })
  const written = messages.map(({ id, at, direction, author, begin }) => ({ key: id, at, direction, author, begin }))
  return [...steps, ...written].toSorted((one, other) => one.at.localeCompare(other.at))
}

function saysOf({ became, by, due: at, what }: Step, { me, moment }: Saying): string {
  const who = by.kind === 'desk' ? words.desk : by.id === me ? words.you : by.name
  const due = moment(at)
  switch (became) {
    case 'made':
      return words.made(who, due, what)
    case 'kept':
      return words.kept(who, due)
    case 'moved':
      return words.moved(who, due)
    case 'broken':
      return words.broken(due)
    case 'made_good':
      return words.madeGood(who, due)
    case 'unkept':
      return words.unkept(due)
    case 'released':
      return words.released(due)
  }
}
