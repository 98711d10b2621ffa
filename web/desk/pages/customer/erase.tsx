import { type FormEvent, useState } from 'react'
import type { CustomerRecord } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { useCommand } from '../../use-command.ts'
import { takeRecord } from './take-record.ts'
import { words } from './words.ts'

/** Erasure by law: for good, by an admin, with why (Rule 33). */
export function Erase({ record: { id, name } }: { record: CustomerRecord }) {
  const [asking, ask] = useState(false)
  const [why, setWhy] = useState('')
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const first = firstName(name)
  const command = useCommand<object, CustomerRecord>(`/customers/${id}/erase`, {
    done: record => {
      takeRecord(record)
      announce(words.eraseDone)
    },
  })
  if (!asking)
    return (
      <section>
        <Button look="quiet" className="customer-way" onClick={() => ask(true)}>
          {words.erase(first)}
        </Button>
      </section>
    )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (command.isSending) return
    command.clear()
    setFaulty(why.trim() ? null : words.needsWhy)
    if (why.trim()) command.send({ why: why.trim() })
  }
  return (
    <section>
      <h2>{words.erase(first)}</h2>
      <form className="stack" noValidate onSubmit={submit}>
        <p>{words.eraseLead(first)}</p>
        <TextArea label={words.eraseWhy} value={why} maxLength={2000} autoFocus change={setWhy} />
        <Refusal fault={faulty ?? command.fault} />
        <div className="row-of">
          <Button type="submit" busy={command.isSending}>
            {words.eraseIt}
          </Button>
          <Button look="quiet" onClick={() => ask(false)}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </section>
  )
}
