import { type Bounce, readBounce } from './bounce.ts'
import { type MachineKind, machines, quietWays, type Through } from './rules.ts'
import type { Traits } from './traits.ts'

/** Somebody's words. `through`: a way on which no automatic answer may follow, with the reason. */
export type Person = { kind: 'person'; through: Through | null; reason: string | null }

/** A machine's mail, with the reason for taking it as such. */
export type Machine = { kind: 'machine'; machine: MachineKind | 'bounce'; reason: string }

export type Sender = Person | Machine

/** Who wrote a mail: a person or a machine; and what bounced, if that is what it says. */
export function judgeSender(traits: Traits): { sender: Sender; bounce: Bounce | null } {
  const bounce = readBounce(traits)
  if (bounce === 'delivered')
    return { sender: { kind: 'machine', machine: 'receipt', reason: delivered }, bounce: null }
  if (bounce) return { sender: { kind: 'machine', machine: 'bounce', reason: reasonOf(bounce) }, bounce }
  const machine = machines.find(({ holds }) => holds(traits))
  if (machine) return { sender: { kind: 'machine', machine: machine.kind, reason: machine.reason }, bounce: null }
  const quiet = quietWays.find(({ holds }) => holds(traits))
  return { sender: { kind: 'person', through: quiet?.kind ?? null, reason: quiet?.reason ?? null }, bounce: null }
}

const delivered = 'It is a delivery report that says that a mail has arrived (RFC 3464).'

function reasonOf({ permanent, recipient, status }: Bounce): string {
  const whom = recipient === null ? '' : ` to ${recipient}`
  const code = status === null ? '' : ` (${status})`
  return permanent
    ? `A mail server reports that it could not deliver a mail${whom}${code}.`
    : `A mail server reports that a mail${whom} is delayed${code}. It tries on.`
}
