const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

/** What the line of an issue says of its time at another desk. */
export const words = {
  heading: (source: string) => `Before Baton, at ${source}`,
  case: (name: string) => `case ${name}`,
  sentence: (from: string, to: string, counts: { events: number; people: number; groups: number; hands: number }) => {
    const who = [
      ...(counts.people > 0 ? [counted(counts.people, 'person', 'people')] : []),
      ...(counts.groups > 0 ? [counted(counts.groups, 'group', 'groups')] : []),
    ].join(' in ')
    const hands = counts.hands > 0 ? ` It changed hands ${counted(counts.hands, 'time', 'times')}.` : ''
    const when = from === to ? `On ${from}` : `From ${from} to ${to}`
    return `${when}: ${counted(counts.events, 'event', 'events')}${who && `, ${who}`}.${hands}`
  },
  others: (count: number) => `${count} more`,
  nobody: 'nobody named',
  readAsTable: 'Read as a table',
  when: 'When',
  person: 'Who',
  group: 'Group',
  status: 'Status',
  activity: 'What',
}
