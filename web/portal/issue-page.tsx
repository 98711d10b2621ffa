import { useEffect, useMemo, useRef, useState } from 'react'
import type { PortalAnswer } from '../../src/contract/answers.ts'
import { AlarmState, RaiseAlarm } from './alarm.tsx'
import { headlineOf, stepsOf } from './answers.ts'
import type { Reply } from './api.ts'
import { CannotFix } from './cannot-fix.tsx'
import { Conversation } from './conversation.tsx'
import { Headline } from './headline.tsx'
import { Meeting } from './meeting.tsx'
import { Owner } from './owner.tsx'
import { Path } from './path.tsx'
import { Rated } from './rated.tsx'
import { Solved } from './solved.tsx'
import { Together } from './together.tsx'
import type { Page } from './use-act.ts'
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
  const [said, say] = useState<string | null>(null)
  const page = useMemo<Page>(() => ({ take, say }), [take])
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
        <Owner issue={issue} reader={reader} />
        <Together issue={issue} page={page} />
        <Headline headline={headlineOf(issue, reader)} />
        {issue.cannotFix && !issue.confirmed && <CannotFix told={issue.cannotFix} />}
        {issue.phase === 'proposed' && issue.resolution ? (
          <Solved issue={issue} resolution={issue.resolution} reader={reader} page={page} />
        ) : (
          <Path steps={stepsOf(issue, reader)} />
        )}
        <Rated issue={issue} reader={reader} page={page} />
        <AlarmState issue={issue} reader={reader} />
        <Meeting issue={issue} reader={reader} page={page} />
      </section>
      <Status text={said} />
      <div className="acts" key={over ? 'again' : 'write'}>
        <Write issue={issue} page={page} />
        {!over && <RaiseAlarm issue={issue} page={page} />}
      </div>
      <Conversation issue={issue} reader={reader} page={page} />
      <p className="foot">{words.number(issue.number)}</p>
    </main>
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
