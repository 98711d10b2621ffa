import type { WorkAnswer } from '../../../../src/contract/answers.ts'

type Kind = WorkAnswer['kind']

/** Why, and what there is to do. `name` is the customer's first name. */
const says: Record<Kind, (name: string) => string> = {
  alarm: name => `The alarm for ${name} rings for you. Answer it, and see it through.`,
  approval: name => `A concession for ${name} waits for your approval.`,
  approval_decided: name => `The approval is decided. Tell ${name}.`,
  assist: name => `You are asked for help, for ${name}.`,
  assist_over: name => `What you asked of somebody is over. Tell ${name} what came of it.`,
  cannot_fix_agreed: name => `It can’t be fixed, and that is agreed. Tell ${name} honestly, with the alternative.`,
  cannot_fix_asked: name => `You are asked whether this really can’t be fixed for ${name}.`,
  cause_solved: name => `The shared cause is solved. Ask ${name} whether it is solved for them.`,
  cause_word: name => `There is a word on the shared cause. Pass it on to ${name}.`,
  champion: name => `You answered the alarm for ${name}. See it through, and tell everybody the outcome.`,
  concession_review: name => `${name} was granted a concession. What do we learn from it?`,
  cover_asked: name => `You are asked to look after ${name} while the owner is away.`,
  huddle: name => `A huddle settles who helps ${name}. You are one of it.`,
  is_this: name => `Is ${name} somebody whom we know already?`,
  look_back: name => `Nothing has moved for ${name} since it was handed over.`,
  match: name => `This may be something of ${name}’s that has come back. Say whether it is.`,
  needs_cover: name => `A promise to ${name} falls due while its owner is away, and nobody covers it.`,
  objection: name => `${name} says that they have met nobody. Talk with them.`,
  tell_of_cover: name => `${name} does not know yet who looks after them meanwhile. Tell them.`,
  undelivered: name => `Our last word to ${name} came back. Reach them another way.`,
  which_one: name => `${name} has several issues. To which of them does this word belong?`,
  lesson_proposed: () => 'A lesson is proposed. Adopt it, or say why not.',
  lesson_decision: () => 'The trial of a lesson is over. Look at its effect, and decide.',
  lesson_request: () => 'A lesson asks something of you.',
  lesson_request_overdue: () => 'What a lesson asked of somebody is overdue.',
}

/** What waits for somebody. */
export const words = {
  title: 'Waiting for you',
  lead: 'Work, not news: each of these waits until somebody does it.',
  empty: 'Nothing waits for you.',
  emptyMore: 'What needs a person stands here: an approval, a cover, an alarm, a word that came back.',
  by: 'by',
  since: 'since',
  lesson: (id: number) => `Lesson ${id}`,
  says,
}
