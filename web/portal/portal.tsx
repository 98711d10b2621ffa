import { useEffect } from 'react'
import { Expired, Offline, UnknownLink, VisitEnded, Waiting } from './away.tsx'
import { IssuePage } from './issue-page.tsx'
import { useIssue } from './use-issue.ts'

/** The customer's page: who has my issue, what happens next, and when do I hear. */
export function Portal() {
  // A link that opens an issue has led to /c; one that does not says so in the address.
  const asked = new URLSearchParams(location.search)
  const expired = asked.get('expired')
  if (expired) return <Expired link={expired} />
  return asked.has('unknown') ? <UnknownLink /> : <Visit />
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
