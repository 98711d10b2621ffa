import { describe, expect, test } from 'vitest'
import { asksAgain } from './asked-again.ts'

const known = (...keys: string[]) => keys.map(key => ({ key, value: '88-204-117' }))
const asked = (body: string, ...keys: string[]): string[] => asksAgain(body, known(...keys)).map(({ key }) => key)

describe('Scenario 61: asking again for what is known is noticed', () => {
  test.each([
    ['Could you give me your account number?', 'account number'],
    ['What is the number of your account?', 'account number'],
    ['Could you give me your account number?', 'Account'],
    ['Please send me your account number.', 'account number'],
    ['I would need the account’s number to go on.', 'account number'],
    ['At which number can I call you back?', 'callback'],
    ['What is your phone number?', 'callback'],
    ['When were you born? And your date of birth, please?', 'date of birth'],
    ['¿Me puede dar su número de cuenta?', 'account number'],
    ['Necesito el número de serie del teléfono.', 'serial number'],
    ['Bitte nennen Sie uns Ihre Kundennummer.', 'customer number'],
    ['Wie lautet die Seriennummer?', 'Serial number'],
    ['Pouvez-vous m’indiquer votre numéro de client ?', 'customer number'],
    ['Mi serve il numero di serie.', 'serial number'],
    ['Qual é o número da conta?', 'account'],
    ['Mag ik uw klantnummer?', 'customer number'],
    ['お客様番号を教えていただけますか？ The IMEI?', 'IMEI'],
    ['What is the SIM (2)?', 'SIM (2)'],
    ['First line.\n\nWhich\nserial number does it have?', 'serial number'],
  ])('%s', (body, key) => {
    expect(asked(`Hello Ana. ${body}`, key)).toEqual([key])
  })

  test.each([
    ['I have your account before me. Does Friday suit you?', 'account'],
    ['Was the accountant there?', 'account'],
    ['You don’t need to send me your account number again.', 'account number'],
    ['Thank you for giving us your serial number.', 'serial number'],
    ['Is 88 204 117 still your account number?', 'account number'],
    ['Which number shall I use when I write to you about the account?', 'account number'],
    ['> Could you give me your account number?\n\nHere it is before me.', 'account number'],
    ['I call you back tomorrow.', 'callback'],
    ['', 'account'],
    ['Could you give me your account number?', '—'],
  ])('not by: %s', (body, key) => {
    expect(asked(body, key)).toEqual([])
  })

  test('it says which sentence asks, and each fact once', () => {
    const body = 'Hello. Could you give me your account number? I need the account number today.'
    expect(asksAgain(body, known('account number', 'serial number'))).toEqual([
      { key: 'account number', asks: 'Could you give me your account number?' },
    ])
  })

  test('what is asked for in a word each counts as well', () => {
    expect(asksAgain('See below.', known('serial number'), ['Serial number', 'A photo'])).toEqual([
      { key: 'serial number', asks: 'Serial number' },
    ])
  })
})
