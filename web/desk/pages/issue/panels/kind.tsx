import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Refusal } from '../../../../ui/refusal.tsx'
import { Select } from '../../../../ui/select.tsx'
import { kinds } from '../../../queries.ts'
import { useCommand } from '../../../use-command.ts'
import { words as everything } from './words.ts'

const words = everything.kind

/** Of which kind it is, in its place among what is known around it (Rule 28). */
export function Kind({ issue }: { issue: IssueAnswer }) {
  const [choosing, choose] = useState(false)
  const asked = useQuery({ ...kinds, enabled: choosing }).data
  const { send, isSending, fault } = useCommand<{ kind: string | null }>(`/issues/${issue.number}/kind`, {
    done: () => {
      choose(false)
      announce(words.set)
    },
  })
  if (!choosing || !asked)
    return (
      <>
        {issue.kind?.name ?? words.none}
        {issue.may.includes('set_kind') && (
          <Button look="quiet" className="kind-change" onClick={() => choose(true)}>
            {words.change}
          </Button>
        )}
      </>
    )
  const options = asked.filter(({ active, id }) => active || id === issue.kind?.id)
  return (
    <>
      <Select
        label={<span className="unseen">{words.label}</span>}
        autoFocus
        nothing={words.none}
        value={issue.kind?.id ?? ''}
        change={kind => !isSending && send({ kind: kind || null })}
        options={[{ heading: '', options: options.map(({ id, name }) => ({ value: id, says: name })) }]}
      />
      <Refusal fault={fault} />
    </>
  )
}
