import { undoAssistantIntroduction } from '../assist/assistant.ts'
import { raise } from '../escalation/escalation.ts'
import { undoIntroduction } from '../handoff/introduction.ts'
import { type ContactId, isClosed } from '../issue/issue.ts'
import { breakPromise, type GivenPromise, isOpen } from '../promise/promise.ts'
import type { Instant } from '../time/instant.ts'
import { record, type Turn } from '../turn.ts'

/** `contact`: the words that came back, or null for a mail of the desk's own. */
export type ReportBounce = { type: 'ReportBounce'; contact: ContactId | null; permanent: boolean }

/** Rule 13: a word that did not arrive un-keeps; Scenario 27: an introduction that bounced has not happened. */
export function reportBounce(turn: Turn, { contact, permanent }: ReportBounce): undefined {
  if (contact === null) {
    record(turn, { type: 'AutomaticMailBounced' })
    return
  }
  const known = turn.issue.companyContacts.find(other => other.id === contact)
  if (known?.bounced) return
  record(turn, { type: 'ContactBounced', contact, permanent })
  if (isClosed(turn.issue)) return
  for (const promise of turn.issue.promises) {
    if (restsOn(turn, promise, contact)) unkeep(turn, promise, contact)
  }
  undoIntroduction(turn, contact)
  undoAssistantIntroduction(turn, contact)
}

/** Whether a promise was kept, made good or moved by this contact. A move stands once the customer has heard more. */
function restsOn({ issue }: Turn, { fate }: GivenPromise, contact: ContactId): boolean {
  if (fate.state !== 'kept' && fate.state !== 'made_good' && fate.state !== 'moved') return false
  if (fate.contact !== contact) return false
  const into = fate.state === 'moved' ? issue.promises[fate.into - 1] : undefined
  return fate.state !== 'moved' || (into !== undefined && isOpen(into))
}

/** It runs again, or is broken when its time has passed; what became too late meanwhile raises the alarm now. */
function unkeep(turn: Turn, promise: GivenPromise, contact: ContactId): void {
  const { id, fate, due } = promise
  const { now } = turn.context
  record(turn, { type: 'PromiseUnkept', promise: id, contact })
  if (fate.state === 'made_good') {
    if (fate.escalatesAt <= now) raise(turn, 'broken_too_long')
  } else if (due <= (releasedAt(turn, promise) ?? now)) breakPromise(turn, id, now)
  if (fate.state === 'moved') record(turn, { type: 'PromiseReleased', promise: fate.into })
  if (releasedAt(turn, promise)) record(turn, { type: 'PromiseReleased', promise: id })
}

/** Rule 18: when a confirmation released what was promised before it; null when none has. */
function releasedAt({ issue: { lifecycle } }: Turn, { kind, madeAt }: GivenPromise): Instant | null {
  if (kind === 'watch' || (lifecycle.phase !== 'confirmed' && lifecycle.phase !== 'watching')) return null
  return madeAt < lifecycle.at ? lifecycle.at : null
}
