/** What colleagues without a seat in the queue read (Rules 16, 23 and 30). */
export const words = {
  title: 'Asked of me',
  lead: 'Each is for a customer. The issue stays with its owner, who tells them what comes of it.',
  forWhom: (name: string) => `For ${name}`,
  asks: (owner: string) => `${owner} asks`,
  ofTeam: (team: string) => `asked of ${team}`,
  states: { asked: null, accepted: 'accepted', introduced: 'accepted, and they know who does it' },
  by: 'by',
  empty: 'Nothing is asked of you now.',
  emptyMore: 'What somebody asks of you for a customer stands here, and comes to you by mail.',

  raise: (path: string) => `Raise the ${path} for a customer`,
  raised: (path: string) => `Your ${path}`,
  raisedWhen: 'raised',
  calling: 'Nobody has answered yet.',
  callingWho: (names: string) => `Nobody has answered yet; ${names} is called.`,
  answered: (champion: string) => `${champion} answered, and sees it through.`,
  over: (champion: string) => `${champion} saw it through.`,

  lessons: 'Asked of you by lessons',
  lesson: (id: number) => `Lesson ${id}`,
  since: 'since',

  thank: (name: string) => `Thank ${name}`,
  thankFor: (name: string, customer: string) => `What did ${name} do well for ${customer}?`,
  thankHint: 'Everybody sees it. Left empty, it is thanks all the same.',
  thanked: (name: string) => `You thanked ${name}. Everybody sees it.`,
  cancel: 'Not now',
  propose: 'Propose a lesson from it',
}
