import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MemberAnswer, TeamRef } from '../../../../src/contract/answers.ts'
import { Face } from '../../../ui/face.tsx'
import { Field } from '../../../ui/field.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { members, teams } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import './people.css'
import { listOf, placeOf, standingOf } from './standing.ts'
import { words } from './words.ts'

/** From how many people on one looks for somebody rather than down the list. */
const many = 12

/** Everybody who works here and their teams, by name (Rule 32). */
export default function People() {
  useTitle(words.title)
  return (
    <div className="page narrow">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Loaded asked={useQuery(members)}>{all => <Everybody all={all} />}</Loaded>
    </div>
  )
}

function Everybody({ all }: { all: readonly MemberAnswer[] }) {
  const [sought, seek] = useState('')
  const groups = useQuery(teams).data ?? []
  const leads = useMe().member.role === 'admin'
  const found = all.filter(person => isSought(person, sought))
  const here = found.filter(({ active }) => active)
  const gone = found.filter(({ active }) => !active)
  return (
    <>
      {all.length > many && (
        <div className="people-find">
          <Field label={words.find} type="search" value={sought} change={seek} autoComplete="off" />
        </div>
      )}
      {here.length === 0 && <p className="people-none">{words.none}</p>}
      <PeopleList people={here} />
      {leads && gone.length > 0 && (
        <details className="people-left">
          <summary>{words.left(gone.length)}</summary>
          <PeopleList people={gone} />
        </details>
      )}
      {sought === '' && <Teams all={groups} people={here} />}
    </>
  )
}

const isSought = (person: MemberAnswer, sought: string): boolean =>
  `${person.name} ${placeOf(person)}`.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase())

function PeopleList({ people }: { people: readonly MemberAnswer[] }) {
  const { member } = useMe()
  const now = useNow()
  return (
    <ul className="people">
      {people.map(person => (
        <li key={person.id}>
          <Link to="/desk/people/$id" params={{ id: person.id }}>
            <Face name={person.name} hue={person.hue} />
            <span className="people-who">
              <strong>{person.name}</strong> {person.id === member.id && <small>{words.you}</small>}
              <small className="people-place">{placeOf(person)}</small>
            </span>
            <small className={person.awayUntil ? 'people-away' : undefined}>{standingOf(person, now)}</small>
          </Link>
        </li>
      ))}
    </ul>
  )
}

const Teams = ({ all, people }: { all: readonly TeamRef[]; people: readonly MemberAnswer[] }) => (
  <section className="teams">
    <h2>{words.teams}</h2>
    <dl>
      {all.map(({ id, name }) => {
        const within = (found: readonly TeamRef[]): boolean => found.some(team => team.id === id)
        const work = people.filter(person => within(person.teams)).map(person => person.name)
        const lead = people.filter(person => within(person.supervises)).map(person => person.name)
        return (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              {work.length > 0 ? listOf(work) : words.nobodyIn}
              {lead.length > 0 && (
                <small>{lead.length > 1 ? words.ledByAll(listOf(lead)) : words.ledBy(listOf(lead))}</small>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  </section>
)
