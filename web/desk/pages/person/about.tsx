import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { firstName } from '../../../ui/face.tsx'
import { useNames } from '../../names.ts'
import { useTitle } from '../../title.ts'
import './person.css'

type AboutProps = {
  id: string
  words: { title: (name: string) => string; lead: (name: string) => string }
  children: (name: string) => ReactNode
}

/** A page about one step with somebody, below their own page. Who they are comes by their first name. */
export function AboutPerson({ id, words, children }: AboutProps) {
  const { name } = useNames().member(id)
  const first = firstName(name)
  useTitle(words.title(first))
  return (
    <div className="page narrow">
      <p className="crumb">
        <Link to="/desk/people/$id" params={{ id }}>
          {name}
        </Link>
      </p>
      <h1>{words.title(first)}</h1>
      <p className="lead">{words.lead(first)}</p>
      {children(first)}
    </div>
  )
}
