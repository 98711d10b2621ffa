import type { EscalationAnswer, MemberRef } from '../contract/answers.ts'
import type { MemberId, WordsId } from '../core/context.ts'
import { type Escalation, notTold } from '../core/escalation/escalation.ts'
import type { Configuration } from '../store/configuration.ts'
import type { SeenIssue } from '../store/issue-read.ts'
import { actorRef, memberRef } from './describe.ts'

/** An alarm as the API answers it: who asks for it and why, who is called, who answered, and who is still to be told. */
export function describeEscalation(
  escalation: Escalation,
  { state: issue, words, customer, reachable }: Pick<SeenIssue, 'state' | 'words' | 'customer' | 'reachable'>,
  configuration: Configuration,
): EscalationAnswer {
  const text = (id: WordsId): string => words[id] ?? ''
  const member = (id: MemberId): MemberRef => memberRef(configuration, id)
  const ladder = escalation.state === 'raised' ? escalation.ladder : null
  const answered = escalation.state === 'raised' ? null : escalation
  const over = escalation.state === 'stood_down' ? escalation : null
  const missing = notTold(issue, reachable, configuration)
  return {
    id: escalation.id,
    state: escalation.state,
    cause: escalation.cause,
    at: escalation.at,
    raises: escalation.raises.map(({ by, at, facts, told }) => ({
      by: actorRef(configuration, by, customer.name),
      at,
      facts: facts && {
        impact: text(facts.impact),
        tried: facts.tried && text(facts.tried),
        needed: facts.needed && text(facts.needed),
      },
      told,
    })),
    calling: ladder && {
      place: ladder.place === 0 ? null : ladder.place,
      members: ladder.calling.map(member),
      until: ladder.until,
      calls: ladder.calls,
    },
    called: ladder ? ladder.called.map(({ member: id, place }) => ({ member: member(id), place })) : [],
    champion: answered && member(answered.champion),
    place: answered?.place ?? null,
    answeredAt: answered?.answeredAt ?? null,
    told: answered?.told ? text(answered.told) : null,
    missing: { customer: missing.customer, members: missing.members.map(member) },
    outcome: over && text(over.outcome),
    stoodDownAt: over?.until ?? null,
  }
}
