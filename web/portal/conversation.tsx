import type { PortalAnswer } from '../../src/contract/answers.ts'
import { say } from './times.ts'
import { words } from './words.ts'

type Message = PortalAnswer['messages'][number]

/** The last word in sight, and everything that was ever said one click away. */
export function Conversation({ issue, reader }: { issue: PortalAnswer; reader: string }) {
  const last = issue.messages.at(-1)
  if (!last) return null
  const show = (message: Message) => <Entry key={message.id} message={message} issue={issue} reader={reader} />
  return (
    <section className="talk" aria-label={words.conversation(issue.messages.length)}>
      <h2>{words.lastWord}</h2>
      {show(last)}
      {issue.messages.length > 1 && (
        <details>
          <summary>{words.conversation(issue.messages.length)}</summary>
          {issue.messages.map(show)}
        </details>
      )}
    </section>
  )
}

function Entry({ message, issue, reader }: { message: Message; issue: PortalAnswer; reader: string }) {
  const { from, name, body, at, channel } = message
  const when = say(at, issue.now, reader, issue.zone)
  return (
    <article className={`entry ${from}`}>
      <p className="by">
        <strong>{from === 'you' ? words.you : name}</strong> {words.channel[channel]}
        <time dateTime={at}>{words.at(when.day, when.clock)}</time>
      </p>
      <p className="words">{body}</p>
    </article>
  )
}
