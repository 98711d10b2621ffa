import type { Issue } from '../../../src/core/issue/issue.ts'
import { each, type Invariant, isAsOwner, isOf, memberBy, type Of, openAssists, owner } from '../moment.ts'

/** What only whom an assist was asked of does; a return also by the desk, when it is due. */
const answers = ['AssistAccepted', 'AssistDeclined', 'AssistTouched', 'AssistReturned'] as const
type AssistAnswered = (typeof answers)[number]

/** Work that is asked of others (Rule 16). */
export const assistInvariants: readonly Invariant[] = [
  {
    rule: 16,
    says: 'an assist is asked by the owner or their cover, and answered only by whom it was asked of, never by the owner',
    holds: moment => {
      const { members } = moment.context
      const asked = each('AssistAsked', (recorded, issue) => isAsOwner(issue, memberBy(recorded)))
      const ofThem = ({ event: { assist }, by }: Of<AssistAnswered>, issue: Issue): boolean => {
        if (by.kind !== 'member') return by.kind === 'desk'
        const given = issue.assists[assist - 1]
        const of = given?.of
        const isAssistant = given !== undefined && 'assistant' in given && given.assistant === by.id
        const isOf = of?.kind === 'member' ? of.member === by.id : members.get(by.id)?.teams.includes(of?.team ?? '')
        return (isOf === true || isAssistant) && by.id !== owner(issue)
      }
      return asked(moment) && answers.every(type => each(type, ofThem)(moment))
    },
  },
  {
    rule: 16,
    says: 'no assist is open past its due time, of a closed issue, or of its owner; they stay with the issue in their order',
    holds: ({ before, after, context }) =>
      openAssists(after).every(assist => {
        const theirs = 'assistant' in assist ? assist.assistant : assist.of.kind === 'member' && assist.of.member
        return assist.due > context.now && after.lifecycle.phase !== 'closed' && theirs !== owner(after)
      }) &&
      before.assists.every(({ id, ask, due }, index) => {
        const is = after.assists[index]
        return is?.id === id && is.ask === ask && is.due === due
      }),
  },
  {
    rule: 16,
    says: 'it is silent only when no touch moved it, as of its due time',
    holds: each('AssistFellSilent', ({ event, at, by }, issue, earlier) => {
      const touched = earlier.filter(isOf('AssistTouched')).filter(touch => touch.event.assist === event.assist)
      const assist = issue.assists[event.assist - 1]
      return by.kind === 'desk' && assist?.due === at && touched.every(touch => !touch.event.moved)
    }),
  },
]
