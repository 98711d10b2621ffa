import type { Money } from './limit.ts'

/** How many digits after the point a currency has: 2 for EUR, 0 for JPY. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** An amount as people write it (40.5) as money; parts of the smallest unit are rounded. */
export const money = (amount: number, currency: string): Money => ({
  amount: Math.round(amount * 10 ** digitsOf(currency)),
  currency,
})

/** Money as people write it: 4050 cents are 40.5. */
export const asPeopleWrite = ({ amount, currency }: Money): Money => ({
  amount: amount / 10 ** digitsOf(currency),
  currency,
})

/** `€40.50`. */
export const sayMoney = (worth: Money): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency: worth.currency }).format(asPeopleWrite(worth).amount)
