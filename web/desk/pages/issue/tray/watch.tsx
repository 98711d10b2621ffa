import { Button } from '../../../../ui/button.tsx'
import { Check, Field } from '../../../../ui/field.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { momentOf, useWhen } from '../../../when/use-when.ts'
import { WhenField } from '../../../when/when-field.tsx'
import { words } from './words.ts'

/** A date at which it is checked whether it holds, in words, and what to look at. */
export type WatchDate = { when: string; what: string }
type WatchProps = { dates: readonly WatchDate[]; change: (dates: WatchDate[]) => void }

const most = 24
const another: WatchDate = { when: '', what: '' }

/** A problem that comes in turns is watched over its next ones (Rule 20). */
export function Watch({ dates, change }: WatchProps) {
  const set = (place: number, changes: Partial<WatchDate>): void =>
    change(dates.map((date, other) => (other === place ? { ...date, ...changes } : date)))
  return (
    <>
      <Check checked={dates.length > 0} change={watched => change(watched ? [another] : [])}>
        {words.watch}
      </Check>
      {dates.map((date, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dates have no other name, and never change places.
        <Row key={place} date={date} nth={place + 1} change={changes => set(place, changes)} />
      ))}
      {dates.length > 0 && dates.length < most && (
        <div>
          <Button look="quiet" onClick={() => change([...dates, another])}>
            {words.watchMore}
          </Button>
        </div>
      )}
    </>
  )
}

type RowProps = { date: WatchDate; nth: number; change: (changes: Partial<WatchDate>) => void }

function Row({ date, nth, change }: RowProps) {
  const understood = useWhen(date.when)
  return (
    <div className="watch-date">
      <WhenField
        label={words.watchAt(nth)}
        value={date.when}
        change={when => change({ when })}
        understood={understood}
        placeholder="1 December 9:00"
        hint={nth === 1 ? words.watchHint : null}
      />
      <Field
        label={<span className="unseen">{words.watchWhat}</span>}
        placeholder={words.watchPlaceholder}
        value={date.what}
        maxLength={500}
        change={what => change({ what })}
      />
    </div>
  )
}

/** The dates as the API takes them; those left free are none. The first that is no time is the fault. */
export async function watchOf(
  dates: readonly WatchDate[],
): Promise<{ watch: { due: string; what: string | null }[] } | { fault: Fault }> {
  const watch: { due: string; what: string | null }[] = []
  for (const { when, what } of dates) {
    if (when.trim() === '') continue
    const due = await momentOf(when)
    if ('fault' in due) return due
    watch.push({ due: due.at, what: what.trim() || null })
  }
  return { watch }
}
