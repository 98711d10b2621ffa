import { each, type Invariant, memberBy, owner } from '../moment.ts'

/** Who acts in the place of an owner who is away (Rule 15). */
export const coverInvariants: readonly Invariant[] = [
  {
    rule: 15,
    says: 'one person at a time acts in the owner’s place: somebody else, who agreed to it or was named, in the time of the absence',
    holds: ({ after, context }) => {
      const inForce = after.covers.filter(({ state }) => state === 'in_force')
      return (
        inForce.length <= 1 &&
        inForce.every(({ member, absent, from, until }) => {
          const now = context.now
          return absent === owner(after) && member !== absent && from <= now && now < until
        })
      )
    },
  },
  {
    rule: 15,
    says: 'it begins only after a yes of who was asked, or a supervisor’s word',
    holds: each('CoverBegan', ({ event }, issue, earlier) => {
      const yes = earlier.find(
        other =>
          (other.event.type === 'CoverAccepted' || other.event.type === 'CoverSet') &&
          other.event.cover === event.cover,
      )
      const begun = issue.covers.find(({ id }) => id === event.cover)
      if (!yes || !begun) return false
      return yes.event.type === 'CoverSet' ? memberBy(yes) !== begun.absent : memberBy(yes) === begun.member
    }),
  },
  {
    rule: 15,
    says: 'covering never moves ownership',
    holds: ({ command, before, after }) => !command.type.includes('Cover') || owner(before) === owner(after),
  },
  {
    rule: 15,
    says: 'nobody covers an owner of before, or an issue that is closed',
    holds: ({ after }) =>
      after.covers.every(
        ({ state, absent }) => state === 'over' || (after.lifecycle.phase !== 'closed' && absent === owner(after)),
      ),
  },
  {
    rule: 15,
    says: 'nobody who is well goes away while a promise of theirs falls due in it without a cover who agreed',
    together: ({ before, after, doing }) => {
      if (doing.do === 'fall_ill') return true
      const isNew = (id: string): boolean => !before.absences.some(one => one.id === id && one.state === 'agreed')
      return after.absences.every(({ id, state, member, from, until }) => {
        if (state !== 'agreed' || !isNew(id) || until <= after.now) return true
        const theirs = after.issues.filter(({ issue }) => owner(issue) === member && issue.lifecycle.phase !== 'closed')
        return theirs.every(({ issue }) =>
          issue.promises.every(
            ({ fate, due }) =>
              fate.state !== 'open' ||
              due <= from ||
              until < due ||
              issue.covers.some(
                cover => ['accepted', 'in_force'].includes(cover.state) && cover.from < due && due <= cover.until,
              ),
          ),
        )
      })
    },
  },
]
