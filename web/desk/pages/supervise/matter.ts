import type { IssueRow, MemberRef, SuperviseAnswer } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'

/** A sentence in parts; the strong ones name who and what it is about. */
export type Says = readonly (string | { strong: string })[]

/** What a supervisor may do right where they read it. */
export type Act = { says: string; send: string; body?: object; done: string }

/** One thing that needs a supervisor: what happened, and what to do about it. */
export type Matter = {
  key: string
  says: Says
  /** What somebody wrote about it. */
  quote: string | null
  todo: string
  /** Where it is looked into: an issue (`settle`: to record what its huddle decided), somebody's absence, who is on call. */
  about: { issue: IssueRow; settle?: true } | { absent: MemberRef } | 'on call' | null
  act: Act | null
}

export type Chapter = {
  name: Exclude<keyof SuperviseAnswer, 'load'> | 'objected'
  matters: Matter[]
}

/** Who reads, and how the page says a time: "today 11:00", and with how far away it is: "today 11:00, 2 h ago". */
export type Saying = { me: string; moment: (at: string) => string; when: (at: string) => string }

export const strong = (text: string): { strong: string } => ({ strong: text })
export const nameOf = (member: MemberRef, { me }: Saying): string => (member.id === me ? 'You' : member.name)
export const nameWithin = (member: MemberRef, { me }: Saying): string => (member.id === me ? 'you' : member.name)
export const whose = (member: MemberRef, { me }: Saying): string =>
  member.id === me ? 'yours' : `${firstName(member.name)}'s`
export const talkTo = (member: MemberRef, { me }: Saying): string =>
  member.id === me ? 'Decide' : `Ask ${firstName(member.name)}`
