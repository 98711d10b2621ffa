import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import { Time } from '../../../ui/time.tsx'
import { Acts } from './acts.tsx'
import './aside.css'
import { Facts } from './facts.tsx'
import { Alarm } from './panels/alarm.tsx'
import { Assists } from './panels/assists.tsx'
import { CannotFix } from './panels/cannot-fix.tsx'
import { Cause } from './panels/cause.tsx'
import { Checklist } from './panels/checklist.tsx'
import { Concessions } from './panels/concessions.tsx'
import { Cover } from './panels/cover.tsx'
import { Huddle } from './panels/huddle.tsx'
import { Kind } from './panels/kind.tsx'
import { Links } from './panels/links.tsx'
import { Rating } from './panels/rating.tsx'
import { Resolution } from './panels/resolution.tsx'
import { Promises } from './promises.tsx'
import type { Mode } from './tray/modes.ts'
import { words } from './words.ts'

/** What is known of it beside the conversation: the story, the facts, what is promised, what is around it, what to do. */
export function Aside({ issue, me, choose }: { issue: IssueAnswer; me: string; choose: (mode: Mode) => void }) {
  const { story, customer } = issue
  const panel = { issue, me, choose }
  return (
    <aside className="aside" aria-label={words.aside}>
      <Acts issue={issue} choose={choose} />
      <Alarm {...panel} />
      <Huddle {...panel} />
      <Cover {...panel} />
      <Assists {...panel} />
      <Checklist {...panel} />
      {story && (
        <section>
          <h2>{words.story(firstName(customer.name))}</h2>
          <Story text={story} />
        </section>
      )}
      <Facts issue={issue} me={me} />
      <Promises issue={issue} choose={choose} />
      <Concessions {...panel} />
      <CannotFix {...panel} />
      <Resolution issue={issue} />
      <Rating issue={issue} />
      <Cause {...panel} />
      <Links issue={issue} choose={choose} />
      <Around issue={issue} me={me} />
    </aside>
  )
}

const shortStory = 150

function Story({ text }: { text: string }) {
  if (text.length <= shortStory)
    return (
      <p className="story" dir="auto">
        {text}
      </p>
    )
  const begin = text.slice(0, text.lastIndexOf(' ', shortStory))
  return (
    <details className="story" dir="auto">
      <summary>
        <span className="story-begin">{begin} …</span>
      </summary>
      {text}
    </details>
  )
}

function Around({ issue, me }: { issue: IssueAnswer; me: string }) {
  const { handoff, lookBacks, owners, customer, number, spam } = issue
  const named = (id: string, name: string): string => (id === me ? words.you : name)
  const receiver = handoff && (handoff.receiver ?? ('member' in handoff.to ? handoff.to.member : handoff.to.team))
  const rows: [string, ReactNode][] = [
    ...(handoff && receiver
      ? [
          [
            words.handoff,
            <Link key="handoff" to="/desk/issues/$number/hand-over" params={{ number: String(number) }}>
              {words.offerStands[handoff.state](receiver.id === me ? null : receiver.name)}
            </Link>,
          ] as [string, ReactNode],
        ]
      : []),
    ...lookBacks.map(({ giver, receiver, due }): [string, ReactNode] => [
      words.lookBack,
      <>
        {words.lookBackOf(named(giver.id, giver.name), firstName(receiver.name))}
        <small>
          <Time at={due} both />
        </small>
      </>,
    ]),
    [words.kind, <Kind key="kind" issue={issue} />],
    ...(spam ? [[words.spamWhy, spam.why] as [string, ReactNode]] : []),
    ...(owners.length > 1
      ? [[words.owners, owners.map(({ member }) => named(member.id, member.name)).join(', ')] as [string, ReactNode]]
      : []),
    [
      words.reach,
      <>
        {customer.email && <span className="reach">{customer.email}</span>}
        {customer.phone && <a href={`tel:${customer.phone}`}>{customer.phone}</a>}
      </>,
    ],
  ]
  return (
    <section>
      <h2>{words.around}</h2>
      <dl>
        {rows.map(([name, what], place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and never change places.
          <div key={`${name} ${place}`}>
            <dt>{name}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
