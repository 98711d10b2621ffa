import type { ActorRef, IssueAnswer, KindRef, KudosAnswer, MemberRef, StepAnswer } from '../contract/answers.ts'
import type { Actor, KindId, MemberId, WordsId } from '../core/context.ts'
import type { Issue } from '../core/issue/issue.ts'
import { markOf, stepsFor } from '../core/learning/checklist.ts'
import type { Configuration } from '../store/configuration.ts'

/** How words, people and actors are told in the answer under way. */
type Telling = {
  text: (id: WordsId) => string
  member: (id: MemberId) => MemberRef
  actor: (by: Actor) => ActorRef
}

/** What an issue's answer says of learning: its kind, the steps that lessons ask for, and kudos (Rules 28 and 30). */
export const describeLearning = (
  issue: Issue,
  configuration: Configuration,
  telling: Telling,
): Pick<IssueAnswer, 'kind' | 'checklist' | 'kudos'> => ({
  kind: issue.kind === null ? null : kindRef(configuration, issue.kind),
  checklist: describeChecklist(issue, configuration, telling),
  kudos: describeKudos(issue, telling),
})

export const kindRef = ({ kinds }: Configuration, id: KindId): KindRef => ({
  id,
  name: kinds.get(id)?.name ?? 'a kind that is gone',
})

const describeChecklist = (issue: Issue, { rules }: Configuration, { text, member }: Telling): StepAnswer[] =>
  stepsFor(issue, rules.checklist).map(({ lesson, says }) => {
    const mark = markOf(issue, lesson)
    if (!mark) return { lesson, says, state: 'open', by: null, at: null, why: null }
    const why = mark.state === 'excused' ? text(mark.why) : null
    return { lesson, says, state: mark.state, by: member(mark.by), at: mark.at, why }
  })

const describeKudos = ({ kudos }: Issue, { text, member, actor }: Telling): KudosAnswer[] =>
  kudos.map(({ id, for: whom, by, at, moment, words }) => ({
    id,
    for: member(whom),
    by: actor(by),
    at,
    moment,
    words: words && text(words),
  }))
