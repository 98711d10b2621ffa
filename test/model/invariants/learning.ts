import { isDeepStrictEqual } from 'node:util'
import { each, type Invariant, isOf, memberBy } from '../moment.ts'

const stepEvents = ['ChecklistStepDone', 'ChecklistStepExcused', 'ChecklistStepOpened']

/** Lessons in force, and thanks (Rules 28 and 30). */
export const learningInvariants: readonly Invariant[] = [
  {
    rule: 28,
    says: 'nothing is proposed while a step of its kind is neither done nor excused',
    holds: each('ResolutionProposed', (_, issue, earlier, { context }) =>
      context.rules.checklist.every(({ lesson, kind }) => {
        const last = earlier.findLast(
          ({ event }) => stepEvents.includes(event.type) && 'lesson' in event && event.lesson === lesson,
        )
        return kind !== issue.kind || (last !== undefined && last.event.type !== 'ChecklistStepOpened')
      }),
    ),
  },
  {
    rule: 28,
    says: 'a fact stands otherwise than a lesson says only when a supervisor excused it',
    holds: ({ command, events, context }) => {
      const isWrong = command.type === 'EstablishFact' && command.key === 'serial' && command.way !== 'scanned'
      const excuse = events.find(isOf('FactExcused'))
      return isWrong
        ? excuse !== undefined &&
            ['supervisor', 'admin'].includes(context.members.get(memberBy(excuse) ?? '')?.role ?? '')
        : excuse === undefined
    },
  },
  {
    rule: 30,
    says: 'thanks come from others, once for a moment, and go only by who gave them within a day',
    holds: moment => {
      const given = each('KudosGiven', (recorded, issue) => {
        const { for: whom, moment: when } = recorded.event
        const again = issue.kudos.some(
          kudos => kudos.for === whom && kudos.moment === when && isDeepStrictEqual(kudos.by, recorded.by),
        )
        return memberBy(recorded) !== whom && !again
      })
      const takenBack = each('KudosTakenBack', ({ event, by, at }, _, earlier) => {
        const thanks = earlier.filter(isOf('KudosGiven')).find(other => other.event.kudos === event.kudos)
        const isSoon = thanks !== undefined && Date.parse(at) - Date.parse(thanks.at) < 86_400_000
        return isSoon && isDeepStrictEqual(thanks.by, by)
      })
      return given(moment) && takenBack(moment)
    },
  },
  {
    rule: 31,
    says: 'only what is known is asked again, and each time it is, that is on record',
    holds: moment => {
      const { command, before, events } = moment
      const asked = events.filter(isOf('AskedAgain')).map(({ event }) => event.key)
      const known = (command.asksAgain ?? []).filter(key => before.facts.some(fact => fact.key === key))
      return known.sort().join() === asked.sort().join()
    },
  },
]
