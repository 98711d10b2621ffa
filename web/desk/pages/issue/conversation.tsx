import { useEffect, useRef, useState } from 'react'
import type { EventAnswer, IssueAnswer, MessageAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { firstName, Hands } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Time } from '../../../ui/time.tsx'
import { clock, isSameDay, moment } from '../../../ui/times.ts'
import { type About, sentenceOf } from '../../log/sentences.ts'
import type { Names } from '../../names.ts'
import { usePathName } from '../../path.ts'
import './conversation.css'
import { type Entry, entriesOf, folded } from './entries.ts'
import { Diagnosis, Message } from './message.tsx'
import { words } from './words.ts'

type ConversationProps = {
  issue: IssueAnswer
  messages: readonly MessageAnswer[]
  events: readonly EventAnswer[]
  names: Names
}

/** The whole talk between customer and company, with what changed in between. */
export function Conversation({ issue, messages, events, names }: ConversationProps) {
  const [unfolded, unfold] = useState(false)
  const entries = entriesOf(issue, messages, events)
  const talk = useShowMine(messages, names.me)
  const { before, hidden, after } = unfolded ? { before: entries, hidden: [], after: [] } : folded(entries)
  const show = (entry: Entry) => <EntryOf key={entry.key} entry={entry} issue={issue} names={names} />
  return (
    <section className="talk" aria-label={words.conversation} ref={talk}>
      {before.map(show)}
      {hidden.length > 0 && (
        <p className="talk-folded">
          <Button onClick={() => unfold(true)}>{words.earlier(hidden.length)}</Button>
        </p>
      )}
      {after.map(show)}
    </section>
  )
}

/** Brings into sight what I have just written: it stands at the end, which may be far below. */
function useShowMine(messages: readonly MessageAnswer[], me: string) {
  const talk = useRef<HTMLElement>(null)
  const count = useRef(messages.length)
  useEffect(() => {
    const last = messages.at(-1)
    const isNew = messages.length > count.current
    count.current = messages.length
    if (isNew && last && 'id' in last.author && last.author.id === me)
      talk.current?.lastElementChild?.scrollIntoView({ block: 'end' })
  }, [messages, me])
  return talk
}

function EntryOf({ entry, issue, names }: { entry: Entry; issue: IssueAnswer; names: Names }) {
  const now = useNow()
  const path = usePathName()
  switch (entry.kind) {
    case 'message':
      return <Message message={entry.message} first={entry.first} issue={issue} names={names} />
    case 'diagnosis':
      return <Diagnosis diagnosis={entry.diagnosis} customer={issue.customer.name} names={names} />
    case 'meeting':
      return <Meeting meeting={entry} issue={issue} names={names} />
    case 'line': {
      const { promises, customer } = issue
      const about: About = { names, customer: firstName(customer.name), promises, now, path }
      return (
        <p className={`line ${entry.look}`}>
          <span>{sentenceOf(entry.event, about)}</span> <Time at={entry.at} />
        </p>
      )
    }
  }
}

/** Hands that met: who introduced whom, and when the receiver greeted the customer. */
function Meeting({
  meeting,
  issue,
  names,
}: {
  meeting: Extract<Entry, { kind: 'meeting' }>
  issue: IssueAnswer
  names: Names
}) {
  const now = useNow()
  const [giver, receiver] = [names.member(meeting.giver), names.member(meeting.receiver)]
  const { name: customer } = issue.customer
  const introduced = meeting.introducedAt ?? meeting.at
  const greeted = isSameDay(introduced, meeting.at) ? clock(meeting.at) : moment(meeting.at, now)
  const called = (id: string, name: string): string => (id === names.me ? words.you : firstName(name))
  return (
    <div className="meeting">
      <Hands people={[giver, receiver, { name: customer }]} />
      <p>
        <strong>
          {words.met(
            called(meeting.giver, giver.name),
            meeting.receiver === names.me ? words.youThere : firstName(receiver.name),
            firstName(customer),
          )}
        </strong>
        , {words.metAt(moment(introduced, now), called(meeting.receiver, receiver.name), greeted)}
      </p>
    </div>
  )
}
