/** What is said where a lesson is proposed. */
export const words = {
  title: 'Propose a lesson',
  lead: 'Not who is to blame: what happened, why it could, and what would keep it from happening again.',
  from: 'From',
  what: 'What happened?',
  whatHint: 'So that somebody understands who was not there.',
  whys: 'Why?',
  whyFirst: 'Why did it happen?',
  whyNext: 'And why that?',
  whyHint: 'Ask until it is a cause that can be changed: twice at least.',
  oneMore: 'Ask why once more',
  kind: 'With which kind of issue?',
  kindHint: 'Its effect is checked by the figures of this kind.',
  allKinds: 'all of them',
  asIssue: (kind: string) => `the issue’s: ${kind}`,
  act: 'Propose it',
  proposed: (id: number) => `Lesson ${id} is proposed.`,
  incomplete: {
    detail: 'There is no cause yet.',
    remedy: 'Say what happened, and why, and why that: the last answer is what can be changed.',
  },
}
