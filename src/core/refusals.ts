import { assistRefusals } from './assist/refusals.ts'
import { contactRefusals } from './contact/refusals.ts'
import { coverRefusals } from './cover/refusals.ts'
import { escalationRefusals } from './escalation/refusals.ts'
import { handoffRefusals } from './handoff/refusals.ts'
import { issueRefusals } from './issue/refusals.ts'
import { learningRefusals } from './learning/refusals.ts'
import { promiseRefusals } from './promise/refusals.ts'
import type { Naming, RefusalKind } from './refusal.ts'
import { resolutionRefusals } from './resolution/refusals.ts'

/** The one catalogue of refusals: the API, its docs and the screens all speak from it. The codes are stable: they are part of the API. */
export const catalogue = {
  ...assistRefusals,
  ...contactRefusals,
  ...coverRefusals,
  ...escalationRefusals,
  ...handoffRefusals,
  ...issueRefusals,
  ...learningRefusals,
  ...promiseRefusals,
  ...resolutionRefusals,
}

export type RefusalCode = keyof typeof catalogue
/** What each refusal carries for a screen. */
export type RefusalData = {
  [Code in RefusalCode]: (typeof catalogue)[Code] extends RefusalKind<infer Data> ? Data : never
}

/** An answer, not a crash: why not, with what a screen needs to say what to do instead. */
export type Refusal = { [Code in RefusalCode]: { code: Code; data: RefusalData[Code] } }[RefusalCode]

export function refuse<Code extends RefusalCode>(code: Code, data: RefusalData[Code]): Refusal {
  return { code, data } as Refusal & { code: Code }
}

/** The two sentences of a refusal for its reader: why not, and what to do instead. */
export function explain(refusal: Refusal, naming: Naming): { detail: string; remedy: string } {
  const { detail, remedy } = catalogue[refusal.code] as RefusalKind<object>
  return { detail: detail(refusal.data, naming), remedy: remedy(refusal.data, naming) }
}
