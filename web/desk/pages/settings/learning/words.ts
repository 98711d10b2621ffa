/** What the settings of kinds and lessons say. */
export const words = {
  label: 'Lessons',
  kinds: 'Kinds of issue',
  kindsHint:
    'Checklists and the figures of a lesson go by them. One that is given up stays with the issues that have it.',
  noKinds: 'None is told apart yet.',
  noSteps: 'no steps: a lesson can bring some',
  lesson: (id: number) => `Lesson ${id}`,
  giveUp: 'Give it up',
  givenUp: 'Given up',
  takeUp: 'Take it up again',
  add: 'Another kind',
  addIt: 'Add it',
  added: (name: string) => `“${name}” is told apart from now on.`,
  gone: (name: string) => `“${name}” is given up.`,
  lessons: 'Lessons',
  adopters: 'Who adopts and declines lessons?',
  adoptersAre: { supervisor: 'supervisors and admins', admin: 'admins only' },
  incomplete: { detail: 'The length of a trial can’t be read.', remedy: 'Write it like “30 days”.' },
}
