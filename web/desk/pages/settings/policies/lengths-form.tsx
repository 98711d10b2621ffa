import type { WorkspaceAnswer } from '../../../../../src/contract/answers.ts'
import { defaultPolicy } from '../../../../../src/core/policy.ts'
import { Field } from '../../../../ui/field.tsx'
import { usePathName } from '../../../path.ts'
import type { Lines } from '../changes.ts'
import { lengthOf, sayLength } from './lengths.ts'
import { type Measured, words } from './words.ts'

export type Lengths = Partial<Record<Measured, string>>

type Policy = WorkspaceAnswer['policy']

export const lengthsOf = (policy: Policy, names: readonly Measured[]): Lengths =>
  Object.fromEntries(names.map(name => [name, sayLength(policy[name], words.policies[name].unit)]))

/** What was written, as the API takes it; null when something can't be read. Only what differs is asked for. */
export function changedPolicy(lengths: Lengths, policy: Policy): Partial<Policy> | null {
  const wished: Partial<Policy> = {}
  for (const [name, text] of Object.entries(lengths) as [Measured, string][]) {
    const length = lengthOf(text, words.policies[name].unit)
    if (length === null) return null
    if (length !== policy[name]) wished[name] = length
  }
  return wished
}

/** How policies read, for what has changed. */
export const policyLines = (policy: Policy, names: readonly Measured[], path: string): Lines =>
  Object.fromEntries(
    names.map(name => [words.policies[name].says(path), sayLength(policy[name], words.policies[name].unit)]),
  )

type LengthFieldProps = { name: Measured; text: string; change: (text: string) => void }

/** One policy as a sentence, with its length in words, how it is counted, and how every desk begins. */
export function LengthField({ name, text, change }: LengthFieldProps) {
  const path = usePathName()
  const { says, unit, time } = words.policies[name]
  const usual = sayLength(defaultPolicy[name], unit)
  const length = lengthOf(text, unit)
  const counted = time ? `${words.counted[time]} · ` : ''
  const hint = length === defaultPolicy[name] ? words.usual(usual) : words.changed(usual)
  return (
    <div className="policy">
      <Field
        label={says(path)}
        autoComplete="off"
        value={text}
        change={change}
        hint={`${counted}${hint}`}
        fault={length === null ? words.unreadable[unit] : null}
      />
    </div>
  )
}
