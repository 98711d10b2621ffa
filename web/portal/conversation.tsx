import type { PortalAnswer } from '../../src/contract/answers.ts'
import './conversation.css'
import { Thanks } from './thanks.tsx'
import { say } from './times.ts'
import type { Page } from './use-act.ts'
import { words } from './words.ts'

type Message = PortalAnswer['messages'][number]

/** The last word in sight, and everything that was said before one click away. */
export function Conversation({ issue, reader, page }: { issue: PortalAnswer; reader: string; page: Page }) {
  const [last, earlier] = [issue.messages.at(-1), issue.messages.slice(0, -1)]
  if (!last) return null
  const show = (message: Message) => <Entry key={message.id} message={message} {...{ issue, reader, page }} />
  return (
    <section className="talk" aria-label={words.conversation}>
      <h2>{words.lastWord}</h2>
      {show(last)}
      {earlier.length > 0 && (
        <details>
          <summary>{words.before(earlier.length)}</summary>
          {earlier.map(show)}
        </details>
      )}
    </section>
  )
}

type EntryProps = { message: Message; issue: PortalAnswer; reader: string; page: Page }

function Entry({ message, issue, reader, page }: EntryProps) {
  const { from, name, body, at, channel } = message
  const when = say(at, issue.now, reader, issue.zone)
  return (
    <article className={`entry ${from}`} id={message.id}>
      <p className="by">
        <strong>{from === 'you' ? words.you : name}</strong> {words.channel[channel]}
        <time dateTime={at}>{words.at(when.day, when.clock)}</time>
      </p>
      <p className="words">{body}</p>
      {from === 'us' && <Thanks message={message} page={page} />}
    </article>
  )
}
