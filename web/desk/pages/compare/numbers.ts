const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const hundredths = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** `7,554`, `9.3`, `0.25`: as many digits as say something. */
export function amount(value: number): string {
  if (Math.abs(value) >= 10) return whole.format(value)
  return Math.abs(value) >= 1 ? tenths.format(value) : hundredths.format(value)
}

/** `1 case`, `7,554 cases`. */
export const many = (count: number, one: string, several = `${one}s`): string =>
  `${amount(count)} ${count === 1 ? one : several}`

/** `74 %`, `6.8 %`. Little is never nothing, and nearly all is never all. */
export function percent(share: number): string {
  const value = share * 100
  if (value > 0 && value < 0.1) return '< 0.1 %'
  if (value > 99 && value < 100) return '> 99 %'
  return `${value < 10 ? tenths.format(value) : whole.format(value)} %`
}

export const days = (value: number): string => many(value, 'day')

/** A length of time in words: `0 hours`, `3.5 hours`, `9.4 days`. */
export const length = (hours: number): string => (hours < 48 ? many(hours, 'hour') : days(hours / 24))
