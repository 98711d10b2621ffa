import { type ReactNode, useMemo, useState } from 'react'
import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { TextArea } from '../../../../ui/field.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { KnownAlready } from '../tray/known.tsx'
import { NextWord } from '../tray/next-word.tsx'
import { nothingSaid, type Promised, promisedBy } from '../tray/saying.ts'
import { TrayForm } from '../tray/tray-form.tsx'
import { type By, ToldBy, usualWay } from './told-by.tsx'
import { words } from './words.ts'

type WordProps = {
  issue: IssueAnswer
  /** The command, and what it takes beside when they hear next. */
  path: string
  bodyOf: (text: string, by: By) => object
  /** Under which name its draft is kept, and how it begins. */
  name: string
  begin: string
  title: string
  label: string
  act: string
  /** Said once it is sent. */
  done: string
  /** Whether it may also have been said on the phone. */
  alsoByPhone?: boolean
  /** Above the words: what they are about. */
  about?: ReactNode
  beside: ReactNode
  over: () => void
}

/** A word to the customer about something, with when they hear next, like every other one (Rules 12 and 13). */
export function WordToCustomer(props: WordProps) {
  const { issue, path, bodyOf, name, begin, title, label, act, done, alsoByPhone = false, about, beside, over } = props
  // How it began is what an empty draft is; what others change meanwhile does not write over it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another subject begins anew.
  const empty = useMemo(() => ({ text: begin, by: usualWay(issue), ...nothingSaid }), [name])
  const { draft, change, clear } = useDraft(name, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const command = useCommand<object & Promised>(path, {
    done: () => {
      clear()
      announce(done)
      over()
    },
  })
  const submit = async (): Promise<void> => {
    command.clear()
    const text = draft.text.trim()
    if (text === '') return setFaulty(words.needsWords)
    const promised = await promisedBy(draft, issue)
    if ('fault' in promised) return setFaulty(promised.fault)
    setFaulty(null)
    command.send({ ...bodyOf(text, draft.by), ...promised })
  }
  return (
    <TrayForm
      title={title}
      act={act}
      submit={() => void submit()}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      beside={beside}
    >
      <div className="stack tray-stack">
        {about}
        {alsoByPhone && <ToldBy issue={issue} value={draft.by} change={by => change({ by })} />}
        <TextArea label={label} rows={6} value={draft.text} change={text => change({ text })} />
      </div>
      <KnownAlready body={draft.text} number={issue.number} />
      <NextWord issue={issue} said={draft} change={change} />
    </TrayForm>
  )
}
