import type { History, Ms, Silence } from './history.ts'
import { clock, date, dateAndClock, lasting, sameDay } from './times.ts'
import { words } from './words.ts'

/** The whole picture in a few sentences, for who can't see it and for who reads rather than looks. */
export function sentenceOf(history: History, silences: readonly Silence[], zone: string, now: Ms): string {
  const { stays, closedAt, promises, offers, alarms, closures } = history
  const end = closedAt ?? now
  const short = sameDay(history.openedAt, end, zone)
  const when = (at: Ms): string => (short ? clock(at, zone) : date(at, zone))
  const had = stays.map(({ member, from, to }) => {
    if (to !== null && !short && when(from) === when(to)) return words.sentence.hadOn(member.name, when(from))
    if (to !== null) return words.sentence.had(member.name, when(from), when(to))
    if (closedAt !== null) return words.sentence.hadLast(member.name, when(from), when(closedAt))
    return words.sentence.has(member.name, when(from))
  })
  const count = (state: History['promises'][number]['state']): number =>
    promises.filter(other => other.state === state).length
  const running = words.sentence.promises({
    kept: count('kept'),
    moved: count('moved'),
    madeGood: count('made_good'),
    broken: count('broken'),
    open: count('open'),
  })
  const next = promises.filter(({ state }) => state === 'open').sort((a, b) => a.due - b.due)[0]
  const longest = [...silences].sort((a, b) => b.to - b.from - (a.to - a.from))[0]
  const offer = offers.find(other => other.end === null)
  const lit = alarms.find(alarm => alarm.to === null)
  return [
    words.sentence.joined(had),
    running && next ? `${running}, due ${dateAndClock(next.due, zone)}` : running,
    words.sentence.cameBack(closures.filter(({ to }) => to !== null).length),
    lit ? words.sentence.alarm(lit.champion) : '',
    offer ? words.sentence.offer(offer.to.name, offer.giver) : '',
    longest ? words.sentence.longest(lasting(longest.to - longest.from)) : '',
  ]
    .filter(part => part !== '')
    .map(part => `${part}.`)
    .join(' ')
}
