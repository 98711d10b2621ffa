import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { AbsenceAnswer, AwayAnswer, MemberAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { serverNow } from '../../../ui/now.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { Select } from '../../../ui/select.tsx'
import { Time } from '../../../ui/time.tsx'
import { Loaded } from '../../loaded.tsx'
import { awayPromises, members } from '../../queries.ts'
import { useCommand } from '../../use-command.ts'
import { momentOf, useWhen } from '../../when/use-when.ts'
import { WhenField } from '../../when/when-field.tsx'
import { mayCover } from '../away/whom.tsx'
import { AboutPerson } from './about.tsx'
import { coversOf, type Due, dueByIssue } from './due.ts'
import { words as everything } from './words.ts'

const words = everything.ill
type Body = { until: string | null; covers: { issue: number; cover: string }[] }

/** Scenario 38: somebody is ill. In one step it is said, and who looks after whom. */
export default function Ill() {
  const { id } = useParams({ from: '/shell/desk/people/$id/ill' })
  return (
    <AboutPerson id={id} words={words}>
      {name => <IllForm id={id} name={name} />}
    </AboutPerson>
  )
}

function IllForm({ id, name }: { id: string; name: string }) {
  const [from] = useState(serverNow)
  const [text, setText] = useState('')
  const [chosen, choose] = useState<Readonly<Record<number, string>>>({})
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const understood = useWhen(text)
  const until = understood.state === 'moment' ? understood.at : null
  const asked = useQuery(awayPromises(id, until ? { from, until } : { from }))
  const due = dueByIssue(asked.data?.promises ?? [])
  const covers = coversOf(due, chosen)
  const navigate = useNavigate()
  const { send, isSending, fault } = useCommand<Body, AbsenceAnswer>(`/members/${id}/sick`, {
    done: () => {
      announce(words.done(name))
      void navigate({ to: '/desk/people/$id', params: { id } })
    },
  })
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const end = text.trim() ? await momentOf(text) : { at: null }
    setFaulty('fault' in end ? end.fault : null)
    if ('at' in end) send({ until: end.at, covers })
  }
  return (
    <form className="person-part stack" onSubmit={submit} noValidate>
      <WhenField
        label={words.until(name)}
        placeholder={words.untilExample}
        value={text}
        change={setText}
        understood={understood}
        hint={<Without asked={asked.data} />}
      />
      <Loaded asked={asked}>
        {() =>
          due.length === 0 ? (
            <p>{words.nothing}</p>
          ) : (
            <WhoCovers absent={id} due={due} chosen={chosen} choose={choose} />
          )
        }
      </Loaded>
      {due.length > covers.length && <p className="hint">{words.left(due.length - covers.length)}</p>}
      <Refusal fault={faulty ?? fault} />
      <div className="row-of">
        <Button type="submit" look="primary" busy={isSending}>
          {words.act(name)}
        </Button>
        <Link className="button quiet" to="/desk/people/$id" params={{ id }}>
          {words.keep}
        </Link>
      </div>
    </form>
  )
}

const Without = ({ asked }: { asked: AwayAnswer | undefined }) =>
  asked && (
    <>
      {words.untilHint} <Time at={asked.until} both />
    </>
  )

type Chosen = Readonly<Record<number, string>>
type WhoCoversProps = { absent: string; due: readonly Due[]; chosen: Chosen; choose: (chosen: Chosen) => void }

/** A cover for each customer, or one for all of them first. */
function WhoCovers({ absent, due, chosen, choose }: WhoCoversProps) {
  const options = optionsOf(useQuery(members).data ?? [], absent)
  const all = new Set(due.map(({ issue }) => chosen[issue.number] ?? ''))
  const [only] = all
  return (
    <>
      {due.length > 1 && (
        <div className="ill-all">
          <Select
            label={words.all}
            nothing="…"
            value={all.size === 1 ? (only ?? '') : ''}
            change={cover => choose(Object.fromEntries(due.map(({ issue }) => [issue.number, cover])))}
            options={options}
          />
        </div>
      )}
      <ul className="ill-due">
        {due.map(({ issue: { number, customer, subject }, promise }) => (
          <li key={number}>
            <p>
              <Link to="/desk/issues/$number" params={{ number: String(number) }} search={{}}>
                <strong>{customer.name}</strong> <span dir="auto">{subject}</span>
              </Link>
              <small className={promise.state === 'broken' ? 'owed' : undefined}>
                <Time at={promise.due} both />
              </small>
            </p>
            <Select
              label={<span className="unseen">{words.cover(customer.name)}</span>}
              nothing={words.nobody}
              value={chosen[number] ?? ''}
              change={cover => choose({ ...chosen, [number]: cover })}
              options={options}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Those who are there first, each by name. */
function optionsOf(people: readonly MemberAnswer[], absent: string) {
  const able = people.filter(one => mayCover(one, absent))
  const named = (onShift: boolean) =>
    able.filter(one => one.onShift === onShift).map(({ id, name }) => ({ value: id, says: name }))
  return [
    { heading: words.there, options: named(true) },
    { heading: words.offShift, options: named(false) },
  ].filter(({ options }) => options.length > 0)
}
