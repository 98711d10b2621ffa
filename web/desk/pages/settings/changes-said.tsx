import type { Change } from './changes.ts'
import { words } from './words.ts'

/** What has changed by the last saving. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p className="hint">{words.nothingChanged}</p>
  return (
    <div className="setting-changes">
      <p>{words.savedAs}</p>
      <ul>
        {changes.map(({ what, was, is }) => (
          <li key={what}>
            <strong>{what}</strong>: {is ?? words.gone} <small>{was === null ? words.isNew : words.was(was)}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}
