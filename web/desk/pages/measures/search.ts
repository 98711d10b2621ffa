/** What stands in the address of the measures' pages, as it came: nothing of it is known to be right yet. */
export type MeasuresSearch = {
  time?: string
  from?: string
  to?: string
  team?: string
  kind?: string
  channel?: string
  against?: string
  againstFrom?: string
  againstTo?: string
  by?: string
  whom?: string
  side?: string
  mine?: boolean
}

export const times = ['weeks', 'quarter', 'year', 'hand'] as const
export type TimeChosen = (typeof times)[number]
export const comparisons = ['nothing', 'before', 'hand'] as const
export type Comparison = (typeof comparisons)[number]
export const groupings = ['week', 'kind', 'channel', 'team'] as const
export type Grouping = (typeof groupings)[number]
export const channels = ['email', 'phone', 'chat', 'portal', 'api'] as const

/** What is chosen: which issues, beside which others, and by what they are told apart. Empty: all of them. */
export type Chosen = {
  time: TimeChosen
  from: string
  to: string
  team: string
  kind: string
  channel: string
  against: Comparison
  againstFrom: string
  againstTo: string
  by: Grouping
  whom: Exclude<Grouping, 'week'>
}

const oneOf = <Value extends string>(values: readonly Value[], text: unknown, otherwise: Value): Value =>
  values.find(value => value === text) ?? otherwise

/** An address is often typed or cut: what can't be read in it is as if it were not there. */
const textOf = (text: unknown): string => (typeof text === 'string' ? text : '')
/** A day, or a moment where a week begins or ends with the time that was looked at. */
const dayOf = (text: unknown): string =>
  /^\d{4}-\d{2}-\d{2}($|T)/.test(textOf(text)) && !Number.isNaN(Date.parse(textOf(text))) ? textOf(text) : ''

export function chosenIn(search: MeasuresSearch): Chosen {
  const [from, to] = [dayOf(search.from), dayOf(search.to)]
  const [againstFrom, againstTo] = [dayOf(search.againstFrom), dayOf(search.againstTo)]
  return {
    time: oneOf(times, search.time, from || to ? 'hand' : 'weeks'),
    from,
    to,
    team: textOf(search.team),
    kind: textOf(search.kind),
    channel: oneOf(['', ...channels], search.channel, ''),
    against: oneOf(comparisons, search.against, againstFrom || againstTo ? 'hand' : 'nothing'),
    againstFrom,
    againstTo,
    by: oneOf(groupings, search.by, 'week'),
    whom: oneOf(['kind', 'channel', 'team'], search.whom, 'kind'),
  }
}

/** The address of what is chosen: what is as it comes need not stand in it. */
export function searchOf(chosen: Partial<Chosen>): MeasuresSearch {
  const ordinary: Partial<Record<keyof Chosen, string>> = {
    time: 'weeks',
    against: 'nothing',
    by: 'week',
    whom: 'kind',
  }
  return Object.fromEntries(
    Object.entries(chosen).filter(([key, value]) => value !== '' && value !== ordinary[key as keyof Chosen]),
  )
}

/** Which issues a question is about, as the API takes it. `today`: the day on the wall of the workspace. */
export function scopeOf(
  { time, from, to, team, kind, channel }: Chosen,
  { today, mine }: { today: string; mine: boolean },
): Record<string, string> {
  const said = {
    ...(time === 'hand' ? { from, to } : { from: beginOf(time, today) }),
    team,
    kind,
    channel,
    mine: mine ? 'true' : '',
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''))
}

/** Beside which others, as the API takes it. */
export function besideOf({ against, againstFrom, againstTo }: Chosen): Record<string, string> {
  if (against === 'before') return { against }
  if (against === 'nothing') return {}
  return { ...(againstFrom ? { againstFrom } : {}), ...(againstTo ? { againstTo } : {}) }
}

/** The day with which a time begins; the weeks are the server's to count. */
function beginOf(time: Exclude<TimeChosen, 'hand'>, today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  if (time === 'quarter') return `${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
  // A 29 February has had none the year before: one day earlier then.
  return time === 'year' ? `${year - 1}${today.slice(4)}`.replace('02-29', '02-28') : ''
}

/** The day on the wall of a zone. */
export const dayIn = (zone: string, at: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(Date.parse(at))
