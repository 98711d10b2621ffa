import { useState } from 'react'
import type { CustomerAnswer, CustomerRecord } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Finder } from '../../customer/finder.tsx'
import { useCommand } from '../../use-command.ts'
import { takeRecord } from './take-record.ts'
import { words } from './words.ts'

/** Finds the other record of the same person, and puts it together with this one. */
export default function Merge({ record: { id, name }, over }: { record: CustomerRecord; over: () => void }) {
  const [text, setText] = useState('')
  const [other, choose] = useState<CustomerAnswer | null>(null)
  const { send, isSending, fault, clear } = useCommand<object, CustomerRecord>(`/customers/${other?.id}/merge`, {
    done: record => {
      takeRecord(record)
      announce(words.mergeDone)
      over()
    },
  })
  if (!other)
    return (
      <div className="stack">
        <Finder label={words.mergeFind(firstName(name))} text={text} change={setText} choose={choose} />
        <div>
          <Button look="quiet" onClick={over}>
            {words.cancel}
          </Button>
        </div>
      </div>
    )
  const isSelf = other.id === id
  return (
    <div className="stack">
      <p>
        <strong>{other.name}</strong>
        <small>{[other.organization, ...other.emails, ...other.phones].filter(Boolean).join(' · ')}</small>
      </p>
      <p className="hint">{isSelf ? words.mergeSelf : words.mergeHint(firstName(name))}</p>
      <Refusal fault={fault} />
      <div className="row-of">
        {!isSelf && (
          <Button busy={isSending} autoFocus onClick={() => send({ into: id })}>
            {words.mergeIt(other.name)}
          </Button>
        )}
        <Button
          look="quiet"
          onClick={() => {
            clear()
            choose(null)
          }}
        >
          {words.other}
        </Button>
        <Button look="quiet" onClick={over}>
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
