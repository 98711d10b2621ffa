import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Finder } from '../../customer/finder.tsx'
import { useTitle } from '../../title.ts'
import { words } from './words.ts'

/** Finds a customer; everything else of them is on their own page (Rule 3). */
export default function Customers() {
  useTitle(words.title)
  const [text, setText] = useState('')
  const navigate = useNavigate()
  return (
    <div className="page narrow stack">
      <div>
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <Finder
        label={words.find}
        text={text}
        change={setText}
        choose={({ id }) => void navigate({ to: '/desk/customers/$id', params: { id } })}
      />
      <p className="hint">
        {words.newHint} <Link to="/desk/new">{words.newIssue}</Link>
      </p>
    </div>
  )
}
