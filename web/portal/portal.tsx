import { useEffect } from 'react'
import { Expired, Offline, VisitEnded, Waiting } from './away.tsx'
import { IssuePage } from './issue-page.tsx'
import { useIssue } from './use-issue.ts'

/** A link that no longer opens anything stays in the address: /c/LINK. One that does has led to /c. */
const linkInAddress = (): string | null => /^\/c\/([^/]+)$/.exec(location.pathname)?.[1] ?? null

/** The customer's page: who has my issue, what happens next, and when do I hear. */
export function Portal() {
  const link = linkInAddress()
  return link ? <Expired link={decodeURIComponent(link)} /> : <Visit />
}

function Visit() {
  const { known, take, again } = useIssue()
  const title = known.state === 'issue' ? `${known.issue.subject} · ${known.issue.company}` : null
  useEffect(() => {
    if (title) document.title = title
  }, [title])
  switch (known.state) {
    case 'waiting':
      return <Waiting />
    case 'ended':
      return <VisitEnded />
    case 'offline':
      return <Offline again={again} />
    case 'issue':
      return <IssuePage issue={known.issue} stale={known.stale} take={take} />
  }
}
