import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { Empty } from '../../../ui/empty.tsx'
import { Choice, Field } from '../../../ui/field.tsx'
import { Listed } from '../../rows/listed.tsx'
import { Rows } from '../../rows/rows.tsx'
import { useTitle } from '../../title.ts'
import './all.css'
import { type PhaseChoice, words } from './words.ts'

const isPhase = (phase: string | undefined): phase is PhaseChoice => phase !== undefined && phase in words.phases

/** How long one may pause in a word before it is looked for. */
const pauseMs = 180

/** Every issue of the desk, whoever owns it, in the one order (Rule 25). */
export default function AllIssues() {
  const search = useSearch({ from: '/shell/desk/all' })
  const phase = isPhase(search.phase) ? search.phase : 'open'
  const [text, setText] = useLookedFor(search.q ?? '')
  const navigate = useNavigate()
  useTitle(words.title)
  const q = useDeferredValue((search.q ?? '').trim())
  return (
    <div className="page">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <div className="all-filter">
        <Field label={words.find} type="search" value={text} change={setText} autoComplete="off" />
        <Choice
          label={words.which}
          options={words.phases}
          value={phase}
          change={next => void navigate({ to: '/desk/all', search: { ...search, phase: next }, replace: true })}
        />
      </div>
      <Listed
        filter={{ ...(phase === 'any' ? {} : { phase }), ...(q ? { q } : {}) }}
        empty={
          q ? <Empty more={<small>{words.nothingMore}</small>}>{words.nothing}</Empty> : <Empty>{words.empty}</Empty>
        }
      >
        {rows => <Rows chapters={[{ key: 'all', title: null, rows }]} showOwner />}
      </Listed>
    </div>
  )
}

/** What is typed; once somebody pauses it stands in the address, and is looked for. */
function useLookedFor(q: string): [string, (text: string) => void] {
  const navigate = useNavigate()
  const [text, setText] = useState(q)
  const sought = useRef(q)
  useEffect(() => {
    if (q === sought.current) return
    sought.current = q
    setText(q)
  }, [q])
  useEffect(() => {
    if (text === sought.current) return
    const timer = setTimeout(() => {
      sought.current = text
      void navigate({
        to: '/desk/all',
        search: ({ phase }) => ({ ...(phase ? { phase } : {}), ...(text ? { q: text } : {}) }),
        replace: true,
      })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [text, navigate])
  return [text, setText]
}
