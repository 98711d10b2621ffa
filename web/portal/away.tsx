import { useState } from 'react'
import { askForLink } from './api.ts'
import { words } from './words.ts'

/** The pages that show no issue: while it comes, and when it can't. */
export function Waiting() {
  return (
    <main className="page">
      <p className="quiet" role="status">
        {words.loading}
      </p>
    </main>
  )
}

export function Expired({ link }: { link: string }) {
  const [asked, setAsked] = useState<'no' | 'asking' | 'sent' | 'failed'>('no')
  const ask = async (): Promise<void> => {
    setAsked('asking')
    setAsked((await askForLink(link)) ? 'sent' : 'failed')
  }
  return (
    <main className="page">
      <h1>{words.expired.title}</h1>
      <p className="lead">{words.expired.why}</p>
      {asked !== 'sent' && (
        <div className="acts">
          <button type="button" className="primary" disabled={asked === 'asking'} onClick={() => void ask()}>
            {words.expired.fresh}
          </button>
        </div>
      )}
      <p role="status" className={asked === 'failed' ? 'fault' : 'lead'}>
        {asked === 'sent' && words.expired.sent}
        {asked === 'failed' && words.notAsked}
      </p>
    </main>
  )
}

export function UnknownLink() {
  return (
    <main className="page">
      <h1>{words.unknown.title}</h1>
      <p className="lead">{words.unknown.why}</p>
    </main>
  )
}

export function VisitEnded() {
  return (
    <main className="page">
      <h1>{words.ended.title}</h1>
      <p className="lead">{words.ended.why}</p>
    </main>
  )
}

export function Offline({ again }: { again: () => void }) {
  return (
    <main className="page">
      <h1>{words.broken.title}</h1>
      <p className="lead">{words.broken.why}</p>
      <div className="acts">
        <button type="button" onClick={again}>
          {words.broken.again}
        </button>
      </div>
    </main>
  )
}
