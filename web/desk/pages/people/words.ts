import type { MemberAnswer } from '../../../../src/contract/answers.ts'
import { plural } from '../../../ui/time-words.ts'

/** What is said of people who work here. */
export const words = {
  title: 'People',
  lead: 'Who works here, who is away until when, and who looks after what is theirs.',
  find: 'Find somebody, or a team',
  none: 'Nobody here is called that.',
  teams: 'Teams',
  nobodyIn: 'nobody yet',
  ledBy: (names: string) => `${names} is there for them`,
  ledByAll: (names: string) => `${names} are there for them`,
  left: (count: number) => `${plural(count, 'person', 'people')} who left`,
  roles: {
    agent: '',
    supervisor: 'supervisor',
    admin: 'admin',
    colleague: 'without a seat in the queue',
  } satisfies Record<MemberAnswer['role'], string>,
  you: 'you',
  there: 'there',
  offShift: 'not on shift',
  hasLeft: 'left the company',
  awayUntil: (time: string) => `away until ${time}`,
  covers: (names: string, several: boolean) => `${names} ${several ? 'look' : 'looks'} after what is theirs`,
  awayFrom: (from: string, until: string) => `away from ${from} to ${until}`,
}
