import { useQuery } from '@tanstack/react-query'
import { Check, Field } from '../../../../ui/field.tsx'
import { useNow } from '../../../../ui/now.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { moment } from '../../../../ui/times.ts'
import { faultOf } from '../../../api.ts'
import { queries, watchDates } from '../../../queries.ts'
import { usePause } from '../../../when/use-when.ts'
import { words } from './words.ts'

/** At which dates it is checked whether it holds, in words, and what is looked at; null: it is not watched. */
export type Watched = { when: string; what: string } | null

const pauseMs = 300
const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** A problem that comes in turns is watched over its next ones: several dates in one sentence (Rule 20). */
export function Watch({ watched, change }: { watched: Watched; change: (watched: Watched) => void }) {
  return (
    <>
      <Check checked={watched !== null} change={on => change(on ? { when: '', what: '' } : null)}>
        {words.watch}
      </Check>
      {watched && (
        <div className="watched">
          <Dates text={watched.when} change={when => change({ ...watched, when })} />
          <Field
            label={words.watchWhat}
            placeholder={words.watchPlaceholder}
            value={watched.what}
            maxLength={500}
            change={what => change({ ...watched, what })}
          />
        </div>
      )}
    </>
  )
}

function Dates({ text, change }: { text: string; change: (text: string) => void }) {
  const now = useNow()
  const asked = usePause(text.trim(), pauseMs)
  const { data } = useQuery(watchDates(asked))
  const isRead = asked === text.trim() && asked !== '' && data !== undefined
  const dates = isRead ? data.dates.map(({ at }) => moment(at, now)) : []
  return (
    <Field
      label={words.watchAt}
      placeholder={words.watchAtPlaceholder}
      hint={dates.length > 0 ? words.watchReads(list.format(dates)) : words.watchHint}
      fault={isRead && dates.length === 0 ? data.hint : null}
      value={text}
      maxLength={200}
      autoComplete="off"
      change={change}
    />
  )
}

type Sent = { due: string; what: string | null }[]

/** The dates as the API takes them; or why they can't be read. */
export async function watchOf(watched: Watched): Promise<{ watch: Sent } | { fault: Fault }> {
  if (!watched || watched.when.trim() === '') return { watch: [] }
  try {
    const { dates, hint } = await queries.fetchQuery(watchDates(watched.when.trim()))
    if (dates.length === 0) return { fault: words.noDates(hint) }
    return { watch: dates.map(({ at }) => ({ due: at, what: watched.what.trim() || null })) }
  } catch (error) {
    return { fault: faultOf(error) ?? words.noDates(null) }
  }
}
