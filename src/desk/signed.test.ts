import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addressFor,
  assistAddressFor,
  assistOfAddress,
  mailIdFor,
  numberOfAddress,
  numberOfMailId,
  readAssistLink,
  readLink,
  signAssistLink,
  signLink,
} from './signed.ts'

const secret = Buffer.from('for tests only')
const other = Buffer.from('of another desk')
const inbox = 'support@litoral.example'
const mail = '0b6f3d3e-6f0a-4f7b-9d53-0c9f3f1a2b4c'
const address = addressFor(secret, inbox, 1042)
const mailId = mailIdFor(secret, inbox, 1042, mail)

test('an address carries its issue, and a token of 60 bits that is always the same', () => {
  expect(address).toMatch(/^support\+1042\.[a-z2-7]{12}@litoral\.example$/)
  expect(addressFor(secret, inbox, 1042)).toBe(address)
  expect(numberOfAddress(secret, address)).toBe(1042)
})

test.each([
  address.toUpperCase(),
  `<${address}>`,
  `"Ben, Litoral" <${address}>`,
  `'${address}'`,
  address.replace(/^(.*)@/, '"$1"@'),
  ` ${address}\r\n`,
])('a mail program may write the address as %j', written => {
  expect(numberOfAddress(secret, written)).toBe(1042)
})

test('a token fits one issue of one desk', () => {
  expect(numberOfAddress(other, address)).toBeNull()
  expect(numberOfAddress(secret, address.replace('1042', '1043'))).toBeNull()
  expect(numberOfAddress(secret, address.replace('1042', '01042'))).toBeNull()
  expect(numberOfAddress(secret, inbox)).toBeNull()
})

test('a Message-ID carries its issue and its mail, whatever the case and the brackets', () => {
  expect(mailId).toMatch(/^1042\.[\da-f-]{36}\.[a-z2-7]{12}@litoral\.example$/)
  for (const written of [mailId, `<${mailId}>`, ` <${mailId}> `, mailId.toUpperCase(), mailId.replace('@', '@x.')])
    expect(numberOfMailId(secret, written)).toBe(1042)
})

test("the Message-ID of somebody else is nobody's issue", () => {
  expect(numberOfMailId(other, mailId)).toBeNull()
  expect(numberOfMailId(secret, mailId.replace('1042', '1'))).toBeNull()
  expect(numberOfMailId(secret, mailId.replace('0b6f3d3e', '0b6f3d3f'))).toBeNull()
  expect(numberOfMailId(secret, 'CAF1042.abc@mail.gmail.com')).toBeNull()
})

test('what signs one thing signs nothing else', () => {
  const link = { number: 1042, customer: mail, until: 2_000_000_000 }
  const signed = signLink(secret, 'link', link)
  expect(readLink(secret, 'link', signed)).toEqual(link)
  expect(readLink(secret, 'session', signed)).toBeNull()
  expect(readLink(secret, 'link', signed.replace('2000000000', '2100000000'))).toBeNull()
  const [, token] = /\.([a-z2-7]{12})@/.exec(mailId) ?? []
  expect(numberOfAddress(secret, `support+1042.${token}@litoral.example`)).toBeNull()
})

test('one changed letter anywhere in the token or the number is seen', () => {
  const end = address.indexOf('@')
  fc.assert(
    fc.property(
      fc.integer({ min: 'support+'.length, max: end - 1 }),
      fc.constantFrom(...'abc234567890.'),
      (at, letter) => {
        fc.pre(address[at] !== letter)
        const forged = address.slice(0, at) + letter + address.slice(at + 1)
        return numberOfAddress(secret, forged) === null
      },
    ),
  )
})

test('an address of an assist carries its issue and its number, and is no address of the issue', () => {
  const written = assistAddressFor(secret, inbox, { number: 1042, assist: 3 })
  expect(written).toMatch(/^support\+1042\.3\.[a-z2-7]{12}@litoral\.example$/)
  expect(assistOfAddress(secret, written.toUpperCase())).toEqual({ number: 1042, assist: 3 })
  expect(assistOfAddress(secret, written.replace('.3.', '.4.'))).toBeNull()
  expect(assistOfAddress(secret, address)).toBeNull()
  expect(assistOfAddress(other, written)).toBeNull()
  expect(numberOfAddress(secret, written)).toBeNull()
})

test('the link of an assist is for one member, one assist and one time, and is no session', () => {
  const link = { number: 1042, assist: 3, member: mail, until: 2_000_000_000 }
  const signed = signAssistLink(secret, 'assist link', link)
  expect(readAssistLink(secret, 'assist link', signed)).toEqual(link)
  expect(readAssistLink(secret, 'assist session', signed)).toBeNull()
  expect(readLink(secret, 'link', signed)).toBeNull()
  for (const [was, is] of [
    ['1042.3.', '1042.4.'],
    ['.2000000000.', '.2100000000.'],
    [mail, mail.replace('0b6f', '0b60')],
  ] as const)
    expect(readAssistLink(secret, 'assist link', signed.replace(was, is))).toBeNull()
})
