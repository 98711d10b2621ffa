import type { Median, Share } from './measure.ts'

export const promisesKept: Share = {
  name: 'promises_kept',
  chapter: 'promises',
  form: 'share',
  says: 'Promises kept on time',
  definition:
    'Of the promises that were kept or broken, the share that was kept: a person was in touch with the customer by the time that was said.',
  part: { each: 'c.kept' },
  of: { each: 'c.kept + c.broken' },
  better: 'more',
  gaming: 'Promise far-off times, or move what falls due.',
  guard: 'How far off promises are, and how many are moved, stands beside it.',
  beside: ['promised_span', 'promises_moved'],
  ofPerson: true,
}

export const promisesMoved: Share = {
  name: 'promises_moved',
  chapter: 'promises',
  form: 'share',
  says: 'Promises moved',
  definition:
    'Of the promises that were kept, moved or broken, the share that was moved before it fell due. The customer was told each time.',
  part: { each: 'c.moved' },
  of: { each: 'c.kept + c.moved + c.broken' },
  better: 'less',
  gaming: 'Let a promise break instead of moving it.',
  guard: 'Broken ones are counted, and stay on record for good.',
  beside: ['promises_kept'],
  ofPerson: true,
}

export const brokenMadeGood: Share = {
  name: 'broken_made_good',
  chapter: 'promises',
  form: 'share',
  says: 'Broken promises made good',
  definition:
    'Of the promises that were broken, the share after which a person was in touch with the customer all the same.',
  part: { each: 'c.made_good' },
  of: { each: 'c.broken' },
  better: 'more',
  gaming: 'Write a line only to tick it off.',
  guard: 'A broken promise stays broken: made good or not, it is not counted as kept.',
  beside: ['promises_kept'],
  ofPerson: true,
}

export const promisedSpan: Median = {
  name: 'promised_span',
  chapter: 'promises',
  form: 'median',
  says: 'How far off promises are',
  definition:
    'The time from a promise to when it falls due, in opening hours, of the promises that people gave in words of their own.',
  clock: 'open',
  stretches: `select null::integer as minutes, p.made_at as from_at, p.due_at as to_at
    from promise p where p.workspace_id = c.workspace_id and p.number = c.number and p.kind = 'word'`,
  of: 'true',
  better: null,
  gaming: 'Promise near times to look quick, and break them.',
  guard: 'It is read with the share that was kept.',
  beside: ['promises_kept'],
  ofPerson: false,
}
