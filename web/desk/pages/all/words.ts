export const words = {
  title: 'All issues',
  lead: 'Everybody’s, in the one order: the alarm first, then broken promises, then what falls due soonest.',
  find: 'Find by words, number or customer',
  which: 'Which',
  phases: {
    open: 'Open',
    proposed: 'Proposed as solved',
    confirmed: 'Confirmed',
    closed: 'Closed',
    any: 'All',
  },
  nothing: 'Nothing is found by that.',
  nothingMore: 'Try fewer words, or look among all of them.',
  empty: 'There is nothing here.',
}
export type PhaseChoice = keyof typeof words.phases
