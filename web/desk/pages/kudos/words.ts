/** What the page of thanks says. */
export const words = {
  title: 'Thanks',
  lead: 'Of customers and colleagues, for one moment in an issue. Everybody sees them; nobody is counted.',
  empty: 'No thanks yet.',
  emptyMore: 'A word or a call that helped can be thanked for where it stands in the conversation, in one click.',
  thanks: (by: string, whom: string) => `${by} thanks ${whom}`,
  you: 'you',
  youThank: (whom: string) => `You thank ${whom}`,
  somebody: 'Somebody',
}
