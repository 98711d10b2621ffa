import type { Share } from '../measure.ts'

export const ratingAnswered: Share = {
  name: 'rating_answered',
  chapter: 'rating',
  form: 'share',
  says: 'Answered the question',
  definition: 'Of the customers who were asked whether they were looked after, the share that answered.',
  part: { issues: 'c.asked_for_rating and c.rating is not null' },
  of: { issues: 'c.asked_for_rating' },
  better: null,
  gaming: 'Press for answers.',
  guard: 'It is a measure of how far the other one can be trusted, and no aim.',
  beside: ['rated_well'],
  ofPerson: false,
}
