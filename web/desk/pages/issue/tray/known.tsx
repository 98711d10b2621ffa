import { useQuery } from '@tanstack/react-query'
import { askedAgain } from '../../../queries.ts'
import { usePause } from '../../../when/use-when.ts'
import { words as issueWords } from '../words.ts'
import { words } from './words.ts'

/** How long one may pause in a sentence before it is read. */
const pauseMs = 500
/** Shorter than this nothing can be asked. */
const shortest = 12

/** Rule 31: asking for what is known warns the person who types it. Sending it is still possible, and counts. */
export function KnownAlready({ body, number }: { body: string; number: number }) {
  const text = usePause(body.trim(), pauseMs)
  const { data } = useQuery({ ...askedAgain(number, text), enabled: text.length >= shortest })
  const asked = text.length >= shortest ? (data ?? []) : []
  return (
    <div role="status" className={asked.length > 0 ? 'tray-known' : undefined}>
      {asked.length > 0 && (
        <>
          {words.known}{' '}
          {asked.map(({ key, value }) => (
            <span key={key}>
              {issueWords.factNames[key] ?? key}: <strong>{value}</strong>{' '}
            </span>
          ))}
        </>
      )}
    </div>
  )
}
