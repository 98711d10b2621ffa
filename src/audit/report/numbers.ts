import { dayMs, hourMs } from '../figures/figures.ts'

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** `7,554`; below ten, and not whole, with one digit behind the point. */
export const number = (value: number): string => (Math.abs(value) < 10 ? tenths : whole).format(value)

/** `1 case`, `7,554 cases`. */
export const many = (count: number, one: string, several = `${one}s`): string =>
  `${whole.format(count)} ${count === 1 ? one : several}`

/** `74 %`, `6.8 %`. Little is never nothing, and nearly all is never all. */
export function percent(part: number, of: number): string {
  const value = of === 0 ? 0 : (100 * part) / of
  if (value > 0 && value < 0.1) return '< 0.1 %'
  if (value > 99 && value < 100) return '> 99 %'
  return `${number(value)} %`
}

/** A length of time in words: `12 minutes`, `31 hours`, `9.4 days`. */
export function long(ms: number): string {
  if (ms < 60_000) return 'less than a minute'
  if (ms < hourMs) return many(Math.round(ms / 60_000), 'minute')
  if (ms < 2 * dayMs) return ms < 1.5 * hourMs ? 'an hour' : `${number(Math.round(ms / hourMs))} hours`
  return days(ms / dayMs)
}

export const days = (value: number): string => `${number(value)} ${value === 1 ? 'day' : 'days'}`
