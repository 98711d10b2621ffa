import type { ReactNode } from 'react'
import type { IssueAnswer, MessageAnswer } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import { PromiseShape } from '../../../ui/marks.tsx'
import { useNow } from '../../../ui/now.tsx'
import { Time } from '../../../ui/time.tsx'
import type { Names } from '../../names.ts'
import { Files } from './files.tsx'
import { MailPage } from './mail-page.tsx'
import { fateSentence } from './sentences.ts'
import { Thank, Thanks } from './thanks.tsx'
import { words } from './words.ts'

type MessageProps = { message: MessageAnswer; first: boolean; issue: IssueAnswer; names: Names }

/** One moment of talk: theirs in the serif, ours beside a bar of its writer's hue, notes on their own paper. */
export function Message({ message, first, issue, names }: MessageProps) {
  const { direction, id, body, call, asks, quoted, html } = message
  // A call that came in is the customer's contact, told in the words of who answered.
  const look = direction === 'note' ? 'note' : direction === 'in' && !call ? 'them' : 'us'
  const hue = look === 'us' && 'id' in message.author ? names.member(message.author.id).hue : 0
  const text = (
    <div className="msg-words" dir="auto">
      {withLinks(body)}
    </div>
  )
  return (
    <article className={`msg ${look} hue-${hue}${id.startsWith('sent ') ? ' sent' : ''}`}>
      <Header message={message} first={first} issue={issue} names={names} />
      {html ? (
        <MailPage id={id} who={nameOf(message)}>
          {text}
        </MailPage>
      ) : (
        text
      )}
      {asks.length > 0 && (
        <p className="msg-asks">
          {words.asked} {asks.join(', ')}
        </p>
      )}
      {quoted && (
        <details className="msg-quoted">
          <summary>{words.quoted}</summary>
          <div dir="auto">{quoted}</div>
        </details>
      )}
      <Files files={message.files} />
      <Fates message={message} issue={issue} />
      <Thanks message={message} issue={issue} names={names} />
    </article>
  )
}

function Header({ message, first, issue, names }: MessageProps) {
  const { author, direction, channel, call, at, flagged, delivery } = message
  const customer = firstName(issue.customer.name)
  const mine = author.kind === 'member' && author.id === names.me
  const how = call ? words.called[call.direction][call.outcome] : direction === 'note' ? '' : words.by[channel]
  const undelivered = delivery === 'refused' || delivery === 'bounced'
  const went = delivery ? words.delivery[delivery] : ''
  return (
    <header className="msg-by">
      <strong>{direction === 'note' ? words.note : mine ? words.you : nameOf(message)}</strong>
      <span>
        {direction === 'note' && `${mine ? words.you : nameOf(message)} · `}
        {how && `${how} · `}
        <Time at={at} />
        {direction === 'note' && ` · ${words.notSeen(customer)}`}
        {went && !undelivered && ` · ${went}`}
      </span>
      {first && <span className="tag">{words.firstWords}</span>}
      {message.issue !== issue.number && <span className="tag">#{message.issue}</span>}
      {issue.unplaced.some(one => one.message === message.id) && <span className="tag owed">{words.whichOne}</span>}
      {flagged && <span className="tag">{words.flagged(customer)}</span>}
      {author.kind === 'machine' && <span className="tag">{words.machine}</span>}
      {undelivered && <span className="tag owed">{went}</span>}
      <Thank message={message} issue={issue} me={names.me} />
    </header>
  )
}

const nameOf = ({ author }: MessageAnswer): string => ('name' in author ? author.name : words.machine)

function Fates({ message, issue }: Pick<MessageProps, 'message' | 'issue'>) {
  const now = useNow()
  if (message.promises.length === 0) return null
  // Promises are numbered within their issue: those of one that merged into this are others of the same numbers.
  const promises = message.issue === issue.number ? issue.promises : []
  return (
    <ul className="msg-fates">
      {message.promises.map(fate => {
        const state = promises.find(({ id }) => id === fate.id)?.state ?? 'open'
        const shown = fate.became === 'made' || fate.became === 'moved' ? state : fate.became
        return (
          <li key={`${fate.id} ${fate.became}`} className={fate.became}>
            <PromiseShape state={shown} />
            {fateSentence(fate, message.at, now, promises)}
          </li>
        )
      })}
    </ul>
  )
}

const address = /(https?:\/\/[^\s<>"')\]]+)/

/** Words as they were written; addresses of pages can be followed, and tell nobody where one came from. */
function withLinks(body: string): ReactNode[] {
  return body.split(address).map((part, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places.
      <a key={place} href={part} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </a>
    ) : (
      part
    ),
  )
}

/** What somebody who looked has understood (Rule 6). */
export function Diagnosis({
  diagnosis: { text, by, at },
  customer,
  names,
}: {
  diagnosis: IssueAnswer['diagnoses'][number]
  customer: string
  names: Names
}) {
  return (
    <article className="msg note">
      <header className="msg-by">
        <strong>{words.diagnosis}</strong>
        <span>
          {by.id === names.me ? words.you : by.name} · <Time at={at} /> · {words.notSeen(firstName(customer))}
        </span>
      </header>
      <div className="msg-words" dir="auto">
        {text}
      </div>
    </article>
  )
}
