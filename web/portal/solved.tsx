import { useEffect, useId, useRef, useState } from 'react'
import type { PortalAnswer } from '../../src/contract/answers.ts'
import { firstName } from '../ui/face.tsx'
import { Fault } from './fault.tsx'
import { onDay } from './times.ts'
import { type Page, useAct } from './use-act.ts'
import { words } from './words.ts'

type SolvedProps = {
  issue: PortalAnswer
  resolution: NonNullable<PortalAnswer['resolution']>
  reader: string
  page: Page
}

/** "Solved" is a proposal: the customer says whether it is (Rules 17 and 18). Only a click does, never the opening of a link. */
export function Solved({ issue, resolution, reader, page }: SolvedProps) {
  const name = firstName(issue.owner.name)
  const [asking, setAsking] = useState(false)
  const [body, setBody] = useState('')
  const { act, sending, failed } = useAct(page)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()

  useEffect(() => {
    if (asking) field.current?.focus()
  }, [asking])

  const yes = () => act('/confirm', {}, words.confirmed)
  const no = () => act('/deny', { words: body.trim() || null }, words.denied(name))

  return (
    <div className="solved">
      <dl>
        <dt>{words.wrong}</dt>
        <dd>{resolution.wrong}</dd>
        <dt>{words.done}</dt>
        <dd>{resolution.done}</dd>
        <dt>{words.holds}</dt>
        <dd>{resolution.holds}</dd>
        {resolution.watch.length > 0 && (
          <>
            <dt>{words.watch}</dt>
            <dd>{words.watchOn(name, listed(resolution.watch.map(due => onDay(due, issue.now, reader))))}</dd>
          </>
        )}
      </dl>
      {asking && (
        <div className="write">
          <label htmlFor={id}>{words.notYet}</label>
          <textarea
            id={id}
            ref={field}
            rows={4}
            maxLength={2000}
            value={body}
            onChange={event => setBody(event.currentTarget.value)}
          />
          <p className="quiet">{words.optional}</p>
        </div>
      )}
      <Fault reply={failed} />
      <div className="acts">
        {asking ? (
          <>
            <button type="button" className="primary" disabled={sending} onClick={() => void no()}>
              {sending ? words.sending : words.tellNo(name)}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {words.cancel}
            </button>
          </>
        ) : (
          <>
            <button type="button" className="primary" disabled={sending} onClick={() => void yes()}>
              {words.yes}
            </button>
            <button type="button" disabled={sending} onClick={() => setAsking(true)}>
              {words.no}
            </button>
          </>
        )}
      </div>
    </div>
  )
}

const listed = (parts: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(parts)
