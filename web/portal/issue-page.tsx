import { useEffect, useRef, useState } from 'react'
import type { PortalAnswer } from '../../src/contract/answers.ts'
import { Face, firstName } from '../ui/face.tsx'
import { headlineOf, stepsOf } from './answers.ts'
import type { Reply } from './api.ts'
import { Conversation } from './conversation.tsx'
import { Headline } from './headline.tsx'
import { Path } from './path.tsx'
import { Solved } from './solved.tsx'
import { onDay } from './times.ts'
import { words } from './words.ts'
import { Write } from './write.tsx'

const reader = Intl.DateTimeFormat().resolvedOptions().timeZone

/** One issue as its customer sees it. The three answers come first; everything else waits below them. */
export function IssuePage({
  issue,
  stale,
  take,
}: {
  issue: PortalAnswer
  stale: boolean
  take: (reply: Reply) => void
}) {
  const name = firstName(issue.owner.name)
  const [said, say] = useState<string | null>(null)
  const headline = headlineOf(issue, reader)
  const over = issue.phase === 'closed'

  return (
    <main className="page">
      <p className="company">{issue.company}</p>
      <h1>{issue.subject}</h1>
      {stale && (
        <p className="fault" role="status">
          {words.stale}
        </p>
      )}
      <section className="card" aria-label={words.soFar}>
        <Owner issue={issue} />
        <Headline headline={headline} />
        {issue.phase === 'proposed' && issue.resolution ? (
          <Solved issue={issue} resolution={issue.resolution} take={take} say={say} />
        ) : (
          <Path steps={stepsOf(issue, reader)} />
        )}
      </section>
      <Status text={said} />
      <Write
        key={over ? 'again' : 'write'}
        label={over ? words.again : words.write(name)}
        question={over ? words.whatAgain : words.yourWords}
        name={name}
        primary={issue.phase !== 'proposed'}
        take={take}
        say={say}
      />
      <Conversation issue={issue} reader={reader} />
      <p className="foot">{words.number(issue.number)}</p>
    </main>
  )
}

function Owner({ issue: { owner, introducedBy, hours, now, phase } }: { issue: PortalAnswer }) {
  const [name, rest] = phase === 'closed' ? words.had(owner.name) : words.has(owner.name)
  return (
    <div className="owner">
      <Face name={owner.name} hue={owner.hue} large />
      <p>
        <strong>{name}</strong>
        {rest}
        <small>
          {introducedBy && words.introduced(firstName(introducedBy.name), onDay(introducedBy.at, now, reader))}
        </small>
        {phase !== 'closed' && <small>{hours}</small>}
      </p>
    </div>
  )
}

/** What has just been done, said where it was done and to screen readers, and seen again at the top on a phone. */
function Status({ text }: { text: string | null }) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (text) line.current?.scrollIntoView({ block: 'nearest' })
  }, [text])
  return (
    <p className="status" role="status" ref={line}>
      {text}
    </p>
  )
}
