import { type FormEvent, useState } from 'react'
import type { CustomerRecord } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice, Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useCommand } from '../../use-command.ts'
import { takeRecord } from './take-record.ts'
import { words } from './words.ts'

type Address = CustomerRecord['addresses'][number]

/** By which the customer is recognized and reached (Rule 3). */
export function Addresses({ record: { id, addresses } }: { record: CustomerRecord }) {
  return (
    <section>
      <h2>{words.addresses}</h2>
      {addresses.length === 0 && <p className="hint">{words.noAddress}</p>}
      <ul className="customer-addresses">
        {addresses.map(one => (
          <li key={`${one.kind} ${one.address}`}>
            <One id={id} one={one} />
          </li>
        ))}
      </ul>
      <Add id={id} />
    </section>
  )
}

function One({ id, one: { kind, address, failedAt } }: { id: string; one: Address }) {
  const command = useCommand<object, CustomerRecord>(`/customers/${id}/addresses`, {
    done: record => {
      takeRecord(record)
      announce(words.removed(address))
    },
  })
  return (
    <>
      <span>
        <a href={`${kind === 'email' ? 'mailto' : 'tel'}:${address}`}>{address}</a>
        {failedAt && <small className="owed">{words.failed}</small>}
      </span>
      <Button
        look="quiet"
        busy={command.isSending}
        aria-label={words.removeWhich(address)}
        onClick={() => command.send({ remove: { kind, address } })}
      >
        {words.remove}
      </Button>
      <Refusal fault={command.fault} />
    </>
  )
}

function Add({ id }: { id: string }) {
  const [adding, setAdding] = useState(false)
  const [kind, setKind] = useState<Address['kind']>('email')
  const [address, setAddress] = useState('')
  const { send, isSending, fault, clear } = useCommand<object, CustomerRecord>(`/customers/${id}/addresses`, {
    done: record => {
      takeRecord(record)
      announce(words.added(address.trim()))
      setAddress('')
      setAdding(false)
    },
  })
  if (!adding)
    return (
      <Button look="quiet" className="customer-way" onClick={() => setAdding(true)}>
        {words.add}
      </Button>
    )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (address.trim() && !isSending) send({ add: { kind, address: address.trim() } })
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <Choice label={words.addKind} options={words.kinds} value={kind} change={setKind} />
      <Field
        label={words.addLabel[kind]}
        type={kind === 'email' ? 'email' : 'tel'}
        value={address}
        autoComplete="off"
        autoFocus
        change={setAddress}
      />
      <Refusal fault={fault} />
      <div className="row-of">
        <Button type="submit" busy={isSending}>
          {words.addIt}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            clear()
            setAdding(false)
          }}
        >
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
