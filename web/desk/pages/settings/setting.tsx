import { type FormEvent, type ReactNode, useState } from 'react'
import type { WorkspaceAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { queries, workspace } from '../../queries.ts'
import { useCommand } from '../../use-command.ts'
import { type Change, changesBetween, type Lines } from './changes.ts'
import { Changes } from './changes-said.tsx'
import { words } from './words.ts'

/** What POST /workspace takes: what is not named stays as it is. */
export type Wish = {
  name?: string
  inbox?: string
  calendar?: WorkspaceAnswer['calendar']
  policy?: Partial<WorkspaceAnswer['policy']>
  path?: {
    name: string
    meaning: string
    inbox: string | null
    rungs: { who: { member: string } | { schedule: string }; minutes: number }[]
    lastResort: string | null
  }
}

type SettingProps = {
  label: string
  /** What is wished, or why it can't be said yet. */
  wish: () => Wish | { fault: Fault }
  /** How what is set here reads, so that one sees what has changed. */
  lines: (set: WorkspaceAnswer) => Lines
  children: ReactNode
}

/** A form of the workspace's settings: saved as a whole, and then it says what has changed. */
export function Setting({ label, wish, lines, children }: SettingProps) {
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const [changes, setChanges] = useState<Change[] | null>(null)
  const command = useCommand<Wish, WorkspaceAnswer>('/workspace', {
    done: after => {
      const before = queries.getQueryData(workspace.queryKey)
      queries.setQueryData(workspace.queryKey, after)
      const found = changesBetween(before ? lines(before) : {}, lines(after))
      setChanges(found)
      announce(found.length > 0 ? words.saved : words.nothingChanged)
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (command.isSending) return
    command.clear()
    setChanges(null)
    const wished = wish()
    setFaulty('fault' in wished ? wished.fault : null)
    if (!('fault' in wished)) command.send(wished)
  }
  return (
    <form className="stack setting" onSubmit={submit} noValidate aria-label={label}>
      {children}
      <Refusal fault={faulty ?? command.fault} />
      <div className="setting-save">
        <Button type="submit" look="primary" busy={command.isSending}>
          {words.save}
        </Button>
        {changes && <Changes changes={changes} />}
      </div>
    </form>
  )
}
