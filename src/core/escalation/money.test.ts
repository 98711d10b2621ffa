import { expect, test } from 'vitest'
import { asPeopleWrite, money, sayMoney } from './money.ts'

test('Rule 27: an amount as people write it is kept in the smallest unit of its currency, and said as they write it', () => {
  expect(money(40.5, 'EUR')).toEqual({ amount: 4_050, currency: 'EUR' })
  expect(money(40.506, 'EUR')).toEqual({ amount: 4_051, currency: 'EUR' })
  expect(money(900, 'JPY')).toEqual({ amount: 900, currency: 'JPY' })
  expect(money(1.234, 'KWD')).toEqual({ amount: 1_234, currency: 'KWD' })
  for (const worth of [money(40.5, 'EUR'), money(900, 'JPY'), money(1.234, 'KWD')])
    expect(money(asPeopleWrite(worth).amount, worth.currency)).toEqual(worth)
  expect(asPeopleWrite({ amount: 4_050, currency: 'EUR' })).toEqual({ amount: 40.5, currency: 'EUR' })
  expect(sayMoney(money(40.5, 'EUR'))).toBe('€40.50')
  expect(sayMoney(money(900, 'JPY'))).toBe('¥900')
})
