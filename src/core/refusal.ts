import type { MemberId, TeamId } from './context.ts'
import type { Money } from './escalation/limit.ts'
import type { Instant } from './time/instant.ts'

/** How a refusal names people and times to its reader. */
export type Naming = {
  member(id: MemberId | null | undefined): string
  team(id: TeamId | undefined): string
  time(at: Instant): string
  money(worth: Money): string
}

/** One kind of refusal: why not, what to do instead, and what it may carry (the docs show the example, the tests try it). */
export type RefusalKind<Data extends object> = {
  detail: (data: Data, naming: Naming) => string
  remedy: (data: Data, naming: Naming) => string
  example: Data
}

/** A refusal that carries what a screen needs to say what to do instead. */
export const refusal = <Data extends object>(kind: RefusalKind<Data>): RefusalKind<Data> => kind

/** A refusal that says the same to everybody, whatever it carries. */
export function fixed(detail: string, remedy: string): RefusalKind<object>
export function fixed<Data extends object>(detail: string, remedy: string, example: Data): RefusalKind<Data>
export function fixed(detail: string, remedy: string, example = {}): RefusalKind<object> {
  return { detail: () => detail, remedy: () => remedy, example }
}

export const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`

/** `Sam`, `Sam and Ravi`, `Sam, Ravi and Dana`. */
export const allOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

export const numbers = (issues: readonly number[]): string => issues.map(number => `#${number}`).join(', ')
