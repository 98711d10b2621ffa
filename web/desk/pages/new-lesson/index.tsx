import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { KindAnswer, LessonAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { Select } from '../../../ui/select.tsx'
import { ChangeFields } from '../../lesson/change-fields.tsx'
import { changeOf, emptyChange } from '../../lesson/draft.ts'
import { words as lessonWords } from '../../lesson/words.ts'
import { useMe } from '../../me.ts'
import { issue as issueOf, kinds } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import { momentOf } from '../../when/use-when.ts'
import './new-lesson.css'
import { words } from './words.ts'

/** `kind`: nothing, then it is the issue's; "all", or a kind. */
const empty = { what: '', whys: ['', ''], kind: '', change: emptyChange }
const most = 10
const none: readonly KindAnswer[] = []

/** A mistake turned into a change: what happened, why, and what changes (Rule 28). */
export default function NewLesson() {
  const { issue: number } = useSearch({ from: '/shell/desk/lessons/new' })
  useTitle(words.title)
  return <Proposal key={number ?? 0} number={number ?? null} />
}

function Proposal({ number }: { number: number | null }) {
  const navigate = useNavigate()
  const { role } = useMe().member
  const { draft, change, clear } = useDraft(`lesson ${number ?? 'of none'}`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const about = useQuery({ ...issueOf(number ?? 0), enabled: number !== null && role !== 'colleague' }).data
  const all = useQuery(kinds).data ?? none
  const command = useCommand<object, LessonAnswer>('/lessons', {
    done: ({ id }) => {
      clear()
      announce(words.proposed(id))
      void navigate({ to: '/desk/lessons/$id', params: { id: String(id) } })
    },
  })
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    command.clear()
    const whys = draft.whys.map(why => why.trim()).filter(Boolean)
    if (draft.what.trim() === '' || whys.length < 2) return setFaulty(words.incomplete)
    const due = draft.change.type === 'request' ? await momentOf(draft.change.due) : { at: null }
    if ('fault' in due) return setFaulty(due.fault)
    const changed = changeOf(draft.change, due.at)
    setFaulty(changed ? null : lessonWords.incomplete)
    const kind = draft.kind === '' ? {} : { kind: draft.kind === 'all' ? null : draft.kind }
    if (changed) command.send({ issue: number, ...kind, what: draft.what.trim(), whys, change: changed })
  }
  return (
    <div className="page narrow">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <form className="stack new-lesson" onSubmit={event => void submit(event)} noValidate aria-label={words.title}>
        {about && (
          <p>
            {words.from}{' '}
            <Link to="/desk/issues/$number" params={{ number: String(about.number) }} search={{}}>
              #{about.number} <span dir="auto">{about.subject}</span>
            </Link>
          </p>
        )}
        <TextArea
          label={words.what}
          hint={words.whatHint}
          rows={3}
          value={draft.what}
          change={what => change({ what })}
        />
        <Whys whys={draft.whys} change={whys => change({ whys })} />
        <Select
          label={words.kind}
          hint={words.kindHint}
          nothing={about?.kind ? words.asIssue(about.kind.name) : words.allKinds}
          value={draft.kind}
          change={kind => change({ kind })}
          options={[
            {
              heading: '',
              options: [
                ...(about?.kind ? [{ value: 'all', says: words.allKinds }] : []),
                ...all.filter(({ active }) => active).map(({ id, name }) => ({ value: id, says: name })),
              ],
            },
          ]}
        />
        <ChangeFields draft={draft.change} change={changes => change({ change: { ...draft.change, ...changes } })} />
        <Refusal fault={faulty ?? command.fault} />
        <div>
          <Button type="submit" look="primary" busy={command.isSending}>
            {words.act}
          </Button>
        </div>
      </form>
    </div>
  )
}

/** Why it happened, and why that: each answer is what the next one asks about. */
function Whys({ whys, change }: { whys: readonly string[]; change: (whys: string[]) => void }) {
  return (
    <fieldset className="whys">
      <legend className="unseen">{words.whys}</legend>
      {whys.map((why, place) => (
        <TextArea
          // biome-ignore lint/suspicious/noArrayIndexKey: they are told apart by their place only.
          key={place}
          label={place === 0 ? words.whyFirst : words.whyNext}
          hint={place === whys.length - 1 ? words.whyHint : null}
          value={why}
          maxLength={2000}
          change={next => change(whys.map((before, at) => (at === place ? next : before)))}
        />
      ))}
      {whys.length < most && (
        <div>
          <Button look="quiet" onClick={() => change([...whys, ''])}>
            {words.oneMore}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
