const count = new Intl.PluralRules('en')
const plural = (number: number, one: string, other: string): string =>
  `${number} ${count.select(number) === 'one' ? one : other}`

/** How times are said. `nearDays`: by how many midnights they are away. */
export const times = {
  locale: 'en-GB',
  nearDays: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' } as Readonly<Record<number, string>>,
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number) => `${hours} h`,
  hoursAnd: (hours: number, minutes: number) => `${hours} h ${String(minutes).padStart(2, '0')}`,
  days: (days: number) => plural(days, 'day', 'days'),
  weeks: (weeks: number) => plural(weeks, 'week', 'weeks'),
  months: (months: number) => plural(months, 'month', 'months'),
  now: 'now',
  ahead: (length: string) => `in ${length}`,
  ago: (length: string) => `${length} ago`,
  both: (moment: string, away: string) => `${moment}, ${away}`,
}

export { plural }
