import type { Headline as Said } from './answers.ts'

/** When do I hear? The one thing in large letters. */
export function Headline({ headline }: { headline: Said }) {
  if (headline.kind === 'hears')
    return (
      <div className="headline">
        <p className="big">
          {headline.lead}
          <strong>{headline.when}</strong>.
        </p>
        <p className="quiet">
          {[headline.away ? `${sentence(headline.away)}.` : null, headline.there]
            .filter(part => part !== null)
            .join(' ')}
        </p>
      </div>
    )
  return (
    <div className={`headline ${headline.kind === 'late' ? 'late' : ''}`}>
      <p className="big">{headline.text}</p>
      {headline.more && <p className={headline.kind === 'late' ? '' : 'quiet'}>{headline.more}</p>}
    </div>
  )
}

const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
