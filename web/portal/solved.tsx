import { useEffect, useId, useRef, useState } from 'react'
import type { PortalAnswer } from '../../src/contract/answers.ts'
import { firstName } from '../ui/face.tsx'
import { confirmSolved, denySolved, newKey, type Reply, readIssue } from './api.ts'
import { Fault, whyNot } from './fault.tsx'
import { words } from './words.ts'

type SolvedProps = {
  issue: PortalAnswer
  resolution: NonNullable<PortalAnswer['resolution']>
  take: (reply: Reply) => void
  say: (text: string | null) => void
}

/** "Solved" is a proposal: the customer says whether it is (Rules 17 and 18). Only a click does, never the opening of a link. */
export function Solved({ issue, resolution, take, say }: SolvedProps) {
  const name = firstName(issue.owner.name)
  const [asking, setAsking] = useState(false)
  const [body, setBody] = useState('')
  const [sending, setSending] = useState(false)
  const [failed, setFailed] = useState<Reply | null>(null)
  const keys = useRef({ yes: newKey(), no: newKey() })
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()

  useEffect(() => {
    if (asking) field.current?.focus()
  }, [asking])

  const act = async (command: Promise<Reply>, done: string): Promise<void> => {
    setSending(true)
    setFailed(null)
    const reply = await command
    setSending(false)
    if ('refused' in reply) {
      // The issue has gone on: the page shows how it stands, and says why nothing was done.
      say(whyNot(reply))
      return take(await readIssue())
    }
    if ('issue' in reply) say(done)
    else setFailed(reply)
    take(reply)
  }
  const yes = () => act(confirmSolved(keys.current.yes), words.confirmed)
  const no = () => act(denySolved(body.trim() || null, keys.current.no), words.denied(name))

  return (
    <div className="solved">
      <dl>
        <dt>{words.wrong}</dt>
        <dd>{resolution.wrong}</dd>
        <dt>{words.done}</dt>
        <dd>{resolution.done}</dd>
        <dt>{words.holds}</dt>
        <dd>{resolution.holds}</dd>
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
