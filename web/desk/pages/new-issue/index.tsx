import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { Field, TextArea } from '../../../ui/field.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { customer } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import { momentOf, useWhen } from '../../when/use-when.ts'
import { WhenField } from '../../when/when-field.tsx'
import { asFound, type Draft, emptyDraft, type Opening, openingOf } from './draft.ts'
import { FactRows } from './fact-rows.tsx'
import './new-issue.css'
import { Who } from './who.tsx'
import { words } from './words.ts'

/** A phone call came in: who it is, what it is about, what they tell, and when they hear next (Rules 1, 2 and 12). */
export default function NewIssue() {
  useTitle(words.title)
  const navigate = useNavigate()
  const { draft, change, clear } = useDraft('new issue', emptyDraft)
  useGiven(change)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const understood = useWhen(draft.next)
  const command = useCommand<Opening>('/issues', {
    done: ({ number }) => {
      clear()
      announce(words.opened(number))
      void navigate({ to: '/desk/issues/$number', params: { number: String(number) }, search: {} })
    },
  })
  const submit = async (event: FormEvent | KeyboardEvent): Promise<void> => {
    event.preventDefault()
    command.clear()
    if (command.isSending) return
    const due = draft.next.trim() ? await momentOf(draft.next) : null
    if (due && 'fault' in due) return setFaulty(due.fault)
    const opening = openingOf(draft, due?.at ?? null)
    setFaulty(opening ? null : words.missing)
    if (opening) command.send(opening)
  }
  const name = draft.customer ? firstName(draft.customer.name) : firstName(draft.name) || words.somebody
  return (
    <div className="page narrow">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <form
        className="stack new-issue"
        noValidate
        onSubmit={event => void submit(event)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event)
        }}
      >
        <Who draft={draft} change={change} />
        <Field
          label={words.subject}
          value={draft.subject}
          maxLength={500}
          autoComplete="off"
          change={subject => change({ subject })}
        />
        <TextArea
          theirs
          label={words.story}
          hint={words.storyHint}
          rows={5}
          value={draft.story}
          change={story => change({ story })}
        />
        <FactRows facts={draft.facts} change={facts => change({ facts })} />
        <div className="new-next">
          <WhenField
            label={words.next(name)}
            value={draft.next}
            change={next => change({ next })}
            understood={understood}
            hint={words.nextFree}
          />
          {understood.state === 'moment' && (
            <Field
              label={words.whatLabel}
              placeholder={words.whatPlaceholder}
              value={draft.what}
              maxLength={500}
              change={what => change({ what })}
            />
          )}
        </div>
        <Refusal fault={faulty ?? command.fault} />
        <div>
          <Button type="submit" look="primary" busy={command.isSending} keys="mod Enter">
            {words.open}
          </Button>
        </div>
      </form>
    </div>
  )
}

/** Whoever comes from a customer's page has said already who it is. */
function useGiven(change: (changes: Partial<Draft>) => void): void {
  const { customer: id = '' } = useSearch({ from: '/shell/desk/new' })
  const { data: record } = useQuery({ ...customer(id), enabled: id !== '' })
  useEffect(() => {
    if (record) change({ customer: asFound(record), name: record.name })
  }, [record, change])
}
