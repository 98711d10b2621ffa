import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Announcer } from '../../../ui/announce.tsx'
import { hearNow } from '../../../ui/now.tsx'
import { ProblemError } from '../../api.ts'
import { AssistPage } from '../../assist/assist-page.tsx'
import { Loaded } from '../../loaded.tsx'
import { assistByLink } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import { Gate } from '../sign-in/gate.tsx'
import { words } from './words.ts'

/** What the signed link of a mail opens: one assist, for somebody who need not have a password (Rule 16). */
export default function ByLink() {
  // A link that opens an assist has led to /a; one that does not says so in the address.
  const asked = new URLSearchParams(location.search)
  if (asked.has('unknown')) return <Nothing {...words.unknown} />
  return asked.has('expired') ? <Nothing {...words.expired} /> : <Visit />
}

const Nothing = ({ title, why }: { title: string; why: string }) => (
  <Gate title={title} lead={why}>
    {null}
  </Gate>
)

function Visit() {
  const asked = useQuery(assistByLink)
  const now = asked.data?.now
  useTitle(words.title)
  useEffect(() => {
    if (now) hearNow(now, false)
  }, [now])
  if (asked.error instanceof ProblemError && asked.error.isDecided) return <Nothing {...words.ended} />
  return (
    <main>
      <Loaded asked={asked}>
        {view => (
          <AssistPage
            view={view}
            path="/assist"
            files="/assist/files"
            above={<p className="crumb">{words.company(view.company)}</p>}
            below={<p className="lead">{words.reader(view.reader.name)}</p>}
          />
        )}
      </Loaded>
      <Announcer />
    </main>
  )
}
