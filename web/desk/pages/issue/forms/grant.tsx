import { type ReactNode, useState } from 'react'
import type { ConcessionAnswer, IssueAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { Choice, Field, TextArea } from '../../../../ui/field.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { Select } from '../../../../ui/select.tsx'
import { worthOf } from '../../../money.ts'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { TrayForm } from '../tray/tray-form.tsx'
import { words as everything } from './words.ts'

const words = everything.grant
const empty = { kind: 'credit' as ConcessionAnswer['kind'], amount: '', currency: '', reason: '' }
type Grant = { kind: ConcessionAnswer['kind']; amount: number; currency: string; reason: string }

/** Something conceded: at once within the limit for the issue; above it, whoever can is asked (Rule 27). */
export function Grant({ issue, beside, over }: { issue: IssueAnswer; beside: ReactNode; over: () => void }) {
  const { number, customer, grants } = issue
  const name = firstName(customer.name)
  const { draft, change, clear } = useDraft(`${number} grant`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const currencies = [...new Set(grants.map(({ currency }) => currency))]
  const currency = currencies.includes(draft.currency) ? draft.currency : (currencies[0] ?? 'EUR')
  const left = grants.find(one => one.kind === draft.kind && one.currency === currency)?.left
  const amount = amountOf(draft.amount)
  const isAbove = left !== null && (left === undefined || left === 0 || (amount ?? 0) > left)
  const command = useCommand<Grant>(`/issues/${number}/concessions`, {
    done: answer => {
      clear()
      announce(answer.concessions.at(-1)?.state === 'waiting' ? words.asked : words.granted(name))
      over()
    },
  })
  const submit = (): void => {
    command.clear()
    const reason = draft.reason.trim()
    setFaulty(amount === null ? words.noAmount : reason ? null : everything.needsWords)
    if (amount !== null && reason) command.send({ kind: draft.kind, amount, currency, reason })
  }
  return (
    <TrayForm
      title={words.title(name)}
      act={isAbove ? words.ask : words.act}
      submit={submit}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      beside={beside}
    >
      <div className="stack tray-stack">
        <Choice label={words.kind} options={words.kinds} value={draft.kind} change={kind => change({ kind })} />
        <div className="row-of grant-worth">
          <Field
            label={words.worth}
            inputMode="decimal"
            autoComplete="off"
            value={draft.amount}
            change={next => change({ amount: next })}
          />
          {currencies.length > 1 ? (
            <Select
              label={words.currency}
              value={currency}
              change={next => change({ currency: next })}
              options={[{ heading: '', options: currencies.map(value => ({ value, says: value })) }]}
            />
          ) : (
            <span>{currency}</span>
          )}
        </div>
        <p className="hint" role="status">
          {limitSays(left, isAbove, currency)}
        </p>
        <TextArea label={words.reason} value={draft.reason} change={reason => change({ reason })} />
      </div>
    </TrayForm>
  )
}

function limitSays(left: number | null | undefined, isAbove: boolean, currency: string): string {
  if (left === null) return words.unbound
  if (left === undefined || left === 0) return words.nothing
  return isAbove ? words.above(worthOf({ amount: left, currency })) : words.atOnce(worthOf({ amount: left, currency }))
}

/** "40", "40.50" or "40,50" as a number; null when it is none. */
export function amountOf(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}
