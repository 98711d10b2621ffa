import type { Invariant } from '../moment.ts'
import { assistInvariants } from './assist.ts'
import { concessionInvariants } from './concession.ts'
import { contactInvariants } from './contact.ts'
import { coverInvariants } from './cover.ts'
import { escalationInvariants } from './escalation.ts'
import { handoffInvariants } from './handoff.ts'
import { huddleInvariants } from './huddle.ts'
import { learningInvariants } from './learning.ts'
import { liveInvariants } from './live.ts'
import { mergingInvariants } from './merging.ts'
import { outcomeInvariants } from './outcome.ts'
import { ownershipInvariants } from './ownership.ts'
import { promiseInvariants } from './promise.ts'
import { recordInvariants } from './record.ts'
import { resolutionInvariants } from './resolution.ts'
import { toldInvariants } from './told.ts'

/** What holds whatever happened before: the rulebook's promises to the customer, in the order of its rules. */
export const rulebook: readonly Invariant[] = [
  ...ownershipInvariants,
  ...contactInvariants,
  ...handoffInvariants,
  ...liveInvariants,
  ...huddleInvariants,
  ...promiseInvariants,
  ...coverInvariants,
  ...assistInvariants,
  ...resolutionInvariants,
  ...outcomeInvariants,
  ...mergingInvariants,
  ...escalationInvariants,
  ...concessionInvariants,
  ...learningInvariants,
  ...recordInvariants,
  ...toldInvariants,
].toSorted((one, other) => one.rule - other.rule)
