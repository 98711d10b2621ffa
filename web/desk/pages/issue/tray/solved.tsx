import { type ReactNode, useMemo, useState } from 'react'
import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { Check, TextArea } from '../../../../ui/field.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { type By, ToldBy, usualWay } from '../forms/told-by.tsx'
import { NextWord } from './next-word.tsx'
import { needsWords, nothingSaid, type Promised, promisedBy } from './saying.ts'
import { TrayForm } from './tray-form.tsx'
import { Watch, type Watched, watchOf } from './watch.tsx'
import { words } from './words.ts'

const empty = {
  wrong: '',
  done: '',
  holds: '',
  letter: null as string | null,
  watched: null as Watched,
  by: null as By | null,
  ...nothingSaid,
}
type Proposal = {
  wrong: string
  done: string
  holds: string
  message: string | null
  watch: { due: string; what: string | null }[]
  channel: By
}

/** "Resolved" is a question to the customer: what was wrong, what was done, how it shows that it holds (Rule 17). */
export function Solved({ issue, beside, over }: { issue: IssueAnswer; beside: ReactNode; over: () => void }) {
  const { number } = issue
  const name = firstName(issue.customer.name)
  // Rule 22: how the shared cause was solved is where one begins.
  const solution = issue.cause?.solution
  const begin = useMemo(() => ({ ...empty, ...(solution && wordsOf(solution)) }), [solution])
  const { draft, change, clear } = useDraft(`${number} solved ${solution?.at ?? ''}`.trim(), begin)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const command = useCommand<Proposal & Promised>(`/issues/${number}/resolution`, {
    done: () => {
      clear()
      announce(words.asked(name))
      over()
    },
  })
  const { wrong, done, holds, letter } = draft
  const by = draft.by ?? usualWay(issue)
  const composed = words.letterOf(issue.customer.name, wrong.trim(), done.trim(), holds.trim())
  const submit = async (): Promise<void> => {
    command.clear()
    if (!wrong.trim() || !done.trim() || !holds.trim()) return setFaulty(needsWords)
    const promised = await promisedBy(draft, issue)
    if ('fault' in promised) return setFaulty(promised.fault)
    const watch = await watchOf(draft.watched)
    if ('fault' in watch) return setFaulty(watch.fault)
    setFaulty(null)
    const message = letter?.trim() || null
    const said = { wrong: wrong.trim(), done: done.trim(), holds: holds.trim(), message, channel: by }
    command.send({ ...said, ...watch, ...promised })
  }
  return (
    <TrayForm
      title={words.solvedTitle(name)}
      act={words.ask(name)}
      submit={() => void submit()}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      beside={beside}
    >
      <div className="stack tray-stack">
        <TextArea label={words.wrong} value={wrong} change={text => change({ wrong: text })} />
        <TextArea label={words.done} value={done} change={text => change({ done: text })} />
        <TextArea
          label={words.holds}
          hint={words.holdsHint(name)}
          value={holds}
          change={text => change({ holds: text })}
        />
        <Watch watched={draft.watched} change={watched => change({ watched })} />
        <ToldBy issue={issue} value={by} change={next => change({ by: next })} />
        <Check checked={letter !== null} change={own => change({ letter: own ? composed : null })}>
          {words.ownLetter}
        </Check>
        {letter === null ? (
          wrong && done && holds && <Letter title={words.letter(name)} text={composed} />
        ) : (
          <TextArea label={words.letter(name)} rows={6} value={letter} change={text => change({ letter: text })} />
        )}
      </div>
      <NextWord issue={issue} said={draft} change={change} />
    </TrayForm>
  )
}

const wordsOf = ({ wrong, done, holds }: { wrong: string; done: string; holds: string }) => ({ wrong, done, holds })

const Letter = ({ title, text }: { title: string; text: string }) => (
  <figure className="tray-letter">
    <figcaption>{title}</figcaption>
    <blockquote>{text}</blockquote>
  </figure>
)
