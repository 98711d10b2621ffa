/** What the API answers: the schemas are the one source of its types and of the OpenAPI document. */

export * from './answers/absence.ts'
export * from './answers/assist.ts'
export * from './answers/cause.ts'
export * from './answers/contact.ts'
export { CoverAnswer } from './answers/cover.ts'
export * from './answers/customer.ts'
export * from './answers/escalation.ts'
export * from './answers/handoff.ts'
export * from './answers/issue.ts'
export * from './answers/learning.ts'
export * from './answers/letter.ts'
export * from './answers/mail.ts'
export * from './answers/measures.ts'
export * from './answers/people.ts'
export * from './answers/portal.ts'
export * from './answers/problem.ts'
export * from './answers/stream.ts'
export * from './answers/supervise.ts'
export {
  ActorRef,
  Channel,
  CustomerRef,
  MemberRef,
  Outcome,
  type Page,
  Phase,
  pageOf,
  TeamRef,
  Word,
} from './answers/values.ts'
export { Waits } from './answers/waiting.ts'
export * from './answers/workspace.ts'
