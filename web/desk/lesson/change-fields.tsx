import { useQuery } from '@tanstack/react-query'
import { Choice, Field, TextArea } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { members, teams } from '../queries.ts'
import { useWhen } from '../when/use-when.ts'
import { WhenField } from '../when/when-field.tsx'
import type { DraftChange } from './draft.ts'
import { words } from './words.ts'

type FieldsProps = { draft: DraftChange; change: (changes: Partial<DraftChange>) => void }

/** What changes with a lesson, as one writes it: of which type, and what that needs (Rule 28). */
export const ChangeFields = ({ draft, change }: FieldsProps) => (
  <>
    <Choice label={words.change} options={words.types} value={draft.type} change={type => change({ type })} />
    <FieldsOf draft={draft} change={change} />
  </>
)

function FieldsOf({ draft, change }: FieldsProps) {
  switch (draft.type) {
    case 'fact_rule':
      return (
        <>
          <Field
            label={words.key}
            hint={words.keyHint}
            value={draft.key}
            maxLength={80}
            change={key => change({ key })}
          />
          <TextArea
            label={words.says}
            hint={words.saysHint}
            value={draft.says}
            maxLength={500}
            change={says => change({ says })}
          />
          <TextArea
            label={words.ways}
            hint={words.waysHint}
            value={draft.allowed}
            change={allowed => change({ allowed })}
          />
          <TextArea
            label={words.notWays}
            hint={words.notWaysHint}
            value={draft.refused}
            change={refused => change({ refused })}
          />
        </>
      )
    case 'checklist':
      return (
        <TextArea
          label={words.stepField}
          hint={words.stepHint}
          value={draft.step}
          maxLength={500}
          change={step => change({ step })}
        />
      )
    case 'macro':
    case 'article':
      return (
        <>
          <Field
            label={draft.type === 'macro' ? words.name : words.title}
            value={draft.name}
            maxLength={200}
            change={name => change({ name })}
          />
          <TextArea label={words.body} rows={5} value={draft.body} change={body => change({ body })} />
        </>
      )
    case 'request':
      return <RequestFields draft={draft} change={change} />
  }
}

const none: readonly never[] = []

function RequestFields({ draft, change }: FieldsProps) {
  const groups = useQuery(teams).data ?? none
  const understood = useWhen(draft.due)
  return (
    <>
      <Select
        label={words.department}
        nothing={words.choose}
        value={draft.department}
        change={department => change({ department, owner: '' })}
        options={[{ heading: '', options: groups.map(({ id, name }) => ({ value: id, says: name })) }]}
      />
      <TextArea label={words.ask} rows={3} value={draft.ask} change={ask => change({ ask })} />
      <AnswersFor department={draft.department} value={draft.owner} change={owner => change({ owner })} />
      <WhenField label={words.due} value={draft.due} change={due => change({ due })} understood={understood} />
    </>
  )
}

type AnswersForProps = { department: string; value: string; change: (owner: string) => void }

/** Who of a department answers for what is asked of it. */
export function AnswersFor({ department, value, change }: AnswersForProps) {
  const people = useQuery(members).data ?? none
  const there = people.filter(({ active, teams: theirs }) => active && theirs.some(({ id }) => id === department))
  return (
    <Select
      label={words.ownerField}
      nothing={words.ownerLater}
      value={value}
      change={change}
      options={[{ heading: '', options: there.map(({ id, name }) => ({ value: id, says: name })) }]}
    />
  )
}
