import { lazy, Suspense, useState } from 'react'
import type { CustomerRecord } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Time } from '../../../ui/time.tsx'
import { useCommand } from '../../use-command.ts'
import { takeRecord } from './take-record.ts'
import { words } from './words.ts'

// The finder weighs more than this page: who needs it asks for it.
const Merge = lazy(() => import('./merge.tsx'))

/** Two records of one person become one, and can be taken apart again (Rule 3). */
export function Merges({ record }: { record: CustomerRecord }) {
  const { merges } = record
  const [finding, find] = useState(false)
  return (
    <section>
      <h2>{words.merges}</h2>
      {merges.length > 0 && (
        <ul className="customer-merges">
          {merges.map(merge => (
            <li key={merge.id}>
              <Merged merge={merge} />
            </li>
          ))}
        </ul>
      )}
      {finding ? (
        <Suspense>
          <Merge record={record} over={() => find(false)} />
        </Suspense>
      ) : (
        <Button look="quiet" className="customer-way" onClick={() => find(true)}>
          {words.merge}
        </Button>
      )}
    </section>
  )
}

function Merged({ merge: { id, name, by, at, issues } }: { merge: CustomerRecord['merges'][number] }) {
  const { send, isSending, fault } = useCommand<object, CustomerRecord>(`/customers/merges/${id}/undo`, {
    done: record => {
      takeRecord(record)
      announce(words.undone(name))
    },
  })
  return (
    <>
      <span>
        {words.merged(name, firstName(by.name))}
        <small>
          <Time at={at} /> {words.mergedIssues(issues)}
        </small>
      </span>
      <Button look="quiet" busy={isSending} onClick={() => send({})}>
        {words.undo}
      </Button>
      <Refusal fault={fault} />
    </>
  )
}
