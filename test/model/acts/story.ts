import fc from 'fast-check'
import { asCustomer, asMember } from '../world.ts'
import { act, asOwner, asTheirCustomer, back, plain, someone } from './act.ts'

/** Whose issue it is, and what is known of it (Rules 2, 4, 6, 28, 30 and 31). */
export const storyActs = {
  claim: plain(2, someone('eve'), () => ({ type: 'Claim' })),
  take_over: plain(1, someone('priya'), () => ({ type: 'TakeOver', reason: 'w:reason' })),
  diagnose: plain(3, asOwner, () => ({ type: 'RecordDiagnosis', words: 'w:diagnosis' })),
  note: plain(1, asOwner, () => ({ type: 'WriteNote', message: 'w:note' })),
  tell: plain(1, someone('eve'), () => ({ type: 'TellOwner', message: 'w:tell' })),
  fact: act({
    weight: 2,
    said: fc.record({
      key: fc.constantFrom('serial', 'callback'),
      way: fc.constantFrom('scanned', 'from the box', null),
      excuse: fc.boolean(),
    }),
    by: (sight, { excuse }) => (excuse ? asMember('priya') : asOwner(sight)),
    asks: ({ key, way, excuse }) => ({
      type: 'EstablishFact',
      key,
      fact: 'w:fact',
      how: way && 'w:how',
      way,
      excuse: excuse ? 'w:excuse' : null,
    }),
  }),
  kind: act({
    weight: 1,
    said: fc.record({ kind: fc.constantFrom('exchange', 'bill', 'fax', null) }),
    by: asOwner,
    asks: ({ kind }) => ({ type: 'SetKind', kind }),
  }),
  step: act({
    weight: 1,
    said: fc.record({ as: fc.constantFrom('done', 'excused', 'open') }),
    by: asOwner,
    asks: ({ as }) => ({
      type: 'MarkStep',
      lesson: 2,
      as: as === 'excused' ? { state: as, why: 'w:why' } : { state: as },
    }),
  }),
  thank: act({
    weight: 1,
    said: fc.record({
      for: fc.constantFrom('ben', 'carla', 'nobody'),
      moment: fc.constantFrom('w:call', 'w:mail'),
      byCustomer: fc.boolean(),
    }),
    by: (sight, { byCustomer }) => (byCustomer ? asTheirCustomer(sight) : asMember('dana')),
    asks: said => ({ type: 'GiveKudos', for: said.for, moment: said.moment, words: null }),
  }),
  take_back: act({
    weight: 1,
    said: fc.record({ back }),
    by: ({ issue }, said) => issue.kudos.at(-said.back)?.by ?? asCustomer(issue.customer),
    asks: (said, { issue }) => ({ type: 'TakeBackKudos', kudos: issue.kudos.at(-said.back)?.id ?? 99 }),
  }),
}
