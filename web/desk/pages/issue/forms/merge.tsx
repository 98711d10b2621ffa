import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { firstName } from '../../../../ui/face.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { Select } from '../../../../ui/select.tsx'
import { Loaded } from '../../../loaded.tsx'
import { customer as customerOf } from '../../../queries.ts'
import { useCommand } from '../../../use-command.ts'
import { TrayForm } from '../tray/tray-form.tsx'
import { useGoOn } from '../use-go-on.ts'
import { words as everything } from './words.ts'

const words = everything.merge

/** Two issues of one customer become one: it stays with whom the customer met first (Rule 22). */
export function Merge({ issue, beside, over }: { issue: IssueAnswer; beside: ReactNode; over: () => void }) {
  const { number, customer } = issue
  const name = firstName(customer.name)
  const asked = useQuery(customerOf(customer.id))
  const [into, choose] = useState('')
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const goOn = useGoOn(number)
  const command = useCommand<{ into: number }>(`/issues/${number}/merge`, {
    done: answer => {
      announce(words.done)
      over()
      goOn(answer)
    },
  })
  const submit = (): void => {
    command.clear()
    setFaulty(into ? null : words.chooseFirst)
    if (into) command.send({ into: Number(into) })
  }
  return (
    <TrayForm
      title={words.title}
      act={words.act}
      submit={submit}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      beside={beside}
    >
      <div className="stack tray-stack">
        <p className="hint">{words.hint(name)}</p>
        <Loaded asked={asked}>
          {({ open }) => {
            const others = open.filter(other => other.number !== number)
            if (others.length === 0) return <p>{words.none(name)}</p>
            const options = others.map(other => ({
              value: String(other.number),
              says: words.option(other.number, other.subject, firstName(other.owner.name)),
            }))
            return (
              <Select
                label={words.which}
                nothing={words.choose}
                value={into}
                change={choose}
                options={[{ heading: '', options }]}
              />
            )
          }}
        </Loaded>
      </div>
    </TrayForm>
  )
}
