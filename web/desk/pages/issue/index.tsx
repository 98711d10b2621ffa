import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { BatonLine } from '../../../baton-line/baton-line.tsx'
import { Before } from '../../../baton-line/before/before.tsx'
import { Button } from '../../../ui/button.tsx'
import { Waiting as Loading } from '../../../ui/empty.tsx'
import { firstName } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { readerZone } from '../../../ui/times.ts'
import { Loaded } from '../../loaded.tsx'
import { useMe } from '../../me.ts'
import { useNames } from '../../names.ts'
import { events, foreign, issue as issueOf, messages } from '../../queries.ts'
import { usePageKeys } from '../../shell/keys.ts'
import { useTitle } from '../../title.ts'
import { words as deskWords } from '../../words.ts'
import { Aside } from './aside.tsx'
import { Conversation } from './conversation.tsx'
import { Header } from './header.tsx'
import './issue.css'
import { TellOwner } from './refused.tsx'
import { type Mode, usualMode } from './tray/modes.ts'
import { Tray } from './tray/tray.tsx'
import { Waiting } from './waiting.tsx'
import { words } from './words.ts'

/** One issue: whose it is, what is promised, what was said, and what to do next. */
export default function IssuePage() {
  const number = Number(useParams({ from: '/shell/desk/issues/$number' }).number)
  const asked = useQuery({ ...issueOf(number), enabled: number > 0 })
  if (!(number > 0)) return <p className="page">{words.noSuchNumber}</p>
  return (
    <div className={asked.data ? undefined : 'page'}>
      <Loaded asked={asked}>{issue => <Whole key={issue.number} issue={issue} />}</Loaded>
    </div>
  )
}

function Whole({ issue }: { issue: IssueAnswer }) {
  const { number, subject, may } = issue
  const { member, workspace } = useMe()
  const names = useNames(issue)
  const now = useNow()
  const said = useQuery(messages(number))
  const log = useQuery(events(number))
  const before = useQuery({ ...foreign(number), enabled: issue.imported !== null })
  const { mode, choose, leave, asked } = useMode(issue)
  const navigate = useNavigate()
  useTitle(words.title(number, subject))
  const handOver = may.includes('offer') || issue.handoff !== null
  usePageKeys({
    r: () => choose('customer'),
    o: () => choose('note'),
    c: () => choose('call'),
    a: may.includes('ask_assist') ? () => choose('ask_assist') : undefined,
    s: may.includes('propose') ? () => choose('solved') : undefined,
    h: handOver
      ? () => void navigate({ to: '/desk/issues/$number/hand-over', params: { number: String(number) } })
      : undefined,
    e: () => void navigate({ to: '/desk/issues/$number/log', params: { number: String(number) } }),
  })
  const happened = log.data ?? []
  const tellOwner = may.includes('tell')
    ? { owner: firstName(issue.owner.name), tell: () => choose('tell_owner') }
    : null
  return (
    <TellOwner value={tellOwner}>
      <div className="issue">
        <div className="issue-main">
          <Header issue={issue} me={member.id} />
          <Waiting issue={issue} choose={choose} />
          <div className="issue-line">
            {issue.imported && before.data && (
              <Before imported={issue.imported} events={before.data} now={now} zone={readerZone} />
            )}
            {/* What was over at another desk has no line here until it comes back. */}
            {issue.outcome !== 'elsewhere' && (
              <BatonLine
                issue={issue}
                messages={said.data ?? []}
                events={happened}
                now={now}
                zone={readerZone}
                hours={workspace}
                known={names}
              />
            )}
          </div>
          {said.data ? (
            <Conversation issue={issue} messages={said.data} events={happened} names={names} />
          ) : (
            <div className="talk">
              <Loading says={deskWords.loading} />
            </div>
          )}
          <Jump issue={issue} choose={choose} />
          <Tray issue={issue} mode={mode} choose={choose} leave={leave} asked={asked} me={member.id} />
        </div>
        <Aside issue={issue} me={member.id} choose={choose} />
      </div>
    </TellOwner>
  )
}

/** On a phone the tray is far below: a way to it that stays at hand while one reads. */
function Jump({ issue, choose }: { issue: IssueAnswer; choose: (mode: Mode) => void }) {
  const mode = usualMode(issue)
  return (
    <div className="issue-jump">
      <Button onClick={() => choose(mode)}>
        {mode === 'customer' ? words.jump(firstName(issue.customer.name)) : words.jumpNote}
      </Button>
      <Button onClick={() => choose('call')}>{words.jumpCall}</Button>
    </div>
  )
}

/** What the tray is for; `asked` counts how often somebody asked for it, so that the cursor goes there. */
function useMode(issue: IssueAnswer) {
  const { write } = useSearch({ from: '/shell/desk/issues/$number' })
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<{ mode: Mode | null; asked: number }>({ mode: null, asked: 0 })
  const choose = (mode: Mode): void => setChosen(({ asked }) => ({ mode, asked: asked + 1 }))
  // Whoever went on to something else while it was being sent stays there.
  const leave = (mode: Mode): void =>
    setChosen(now => (now.mode === mode ? { mode: usualMode(issue), asked: now.asked + 1 } : now))
  useEffect(() => {
    if (!write) return
    setChosen(({ asked }) => ({ mode: write, asked: asked + 1 }))
    void navigate({ to: '.', search: {}, replace: true })
  }, [write, navigate])
  // Until somebody chose, it follows what they may: after a claim one writes to the customer.
  return { mode: chosen.mode ?? usualMode(issue), asked: chosen.asked, choose, leave }
}
