import type { Share } from '../measure.ts'

export const ratedWell: Share = {
  name: 'rated_well',
  chapter: 'rating',
  form: 'share',
  says: 'Looked after, say customers',
  definition:
    'Of the customers who answered the one question "Were you looked after?", the share that said yes. The others said partly, or no.',
  part: { issues: "c.rating = 'well'" },
  of: { issues: 'c.rating is not null' },
  parts: [
    { name: 'partly', says: 'said partly', issues: "c.rating = 'partly'" },
    { name: 'badly', says: 'said no', issues: "c.rating = 'badly'" },
  ],
  better: 'more',
  gaming: 'Ask only those who are content, or ask for a good word.',
  guard:
    'Everybody is asked, in the same way, and nobody of the company can choose whom; how many answered stands beside it.',
  beside: ['rating_answered', 'recurred'],
  ofPerson: false,
}
