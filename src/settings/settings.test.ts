import { expect, test } from 'vitest'
import { readSettings, SettingsFault } from './settings.ts'
import { withoutPassword } from './values.ts'

/** The faults of an environment; none when it can be used. */
function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment)
    return []
  } catch (error) {
    if (error instanceof SettingsFault) return error.faults
    throw error
  }
}

test('without any settings everything has its default', () => {
  expect(readSettings({})).toEqual({
    port: 4000,
    url: null,
    databaseUrl: null,
    data: null,
    smtpListen: { host: '127.0.0.1', port: 2525 },
    imap: null,
    smtp: null,
    demo: null,
    testClock: false,
    inbox: 'support@baton.localhost',
  })
})

test('every setting is read', () => {
  const settings = readSettings({
    BATON_PORT: '0',
    BATON_URL: 'https://desk.example.com/',
    DATABASE_URL: 'postgresql://baton:secret@db.example.com/baton',
    BATON_DATA: '/srv/baton',
    BATON_SMTP_LISTEN: '[::1]:25',
    BATON_IMAP: 'imaps://desk%40example.com:p%25ss@mail.example.com/Support',
    BATON_SMTP: 'smtp://mail.example.com',
    BATON_DEMO: '1',
    BATON_INBOX: 'Help@Example.com',
  })
  expect(settings).toMatchObject({
    port: 0,
    url: 'https://desk.example.com',
    databaseUrl: 'postgresql://baton:secret@db.example.com/baton',
    data: '/srv/baton',
    smtpListen: { host: '::1', port: 25 },
    imap: {
      host: 'mail.example.com',
      port: 993,
      tls: true,
      user: 'desk@example.com',
      password: 'p%ss',
      mailbox: 'Support',
    },
    smtp: { host: 'mail.example.com', port: 587, tls: false, user: null, password: null },
    demo: true,
    inbox: 'help@example.com',
  })
})

test('receiving mail can be switched off, and a blank setting counts as unset', () => {
  expect(readSettings({ BATON_SMTP_LISTEN: 'off', BATON_PORT: ' ' })).toMatchObject({ smtpListen: null, port: 4000 })
})

test('all that is wrong is said at once, each with its name', () => {
  const faults = faultsOf({ BATON_PORT: 'http', BATON_DEMO: 'yes', BATON_IMAP: 'imap//mail', BATON_DATA: '/srv/baton' })
  expect(faults.map(fault => fault.split(':')[0])).toEqual(['BATON_PORT', 'BATON_IMAP', 'BATON_DEMO'])
  expect(faults[1]).toContain('"imap//mail"')
  expect(faults[1]).toContain('imaps://user:password@host:993')
})

test.each([
  ['BATON_PORT', '65536'],
  ['BATON_PORT', '-1'],
  ['BATON_URL', 'desk.example.com'],
  ['BATON_URL', 'https://desk.example.com/desk'],
  ['BATON_URL', 'ftp://desk.example.com'],
  ['DATABASE_URL', 'mysql://db.example.com/baton'],
  ['DATABASE_URL', 'postgresql://db.example.com'],
  ['BATON_SMTP_LISTEN', '2525'],
  ['BATON_SMTP_LISTEN', '127.0.0.1:99999'],
  ['BATON_IMAP', 'imaps://mail.example.com'],
  ['BATON_IMAP', 'imaps://desk:%zz@mail.example.com'],
  ['BATON_SMTP', 'smtp://desk@mail.example.com'],
  ['BATON_SMTP', 'smtp://mail.example.com/INBOX'],
  ['BATON_SMTP', 'imaps://desk:secret@mail.example.com'],
  ['BATON_DEMO', 'true'],
  ['BATON_INBOX', 'support'],
])('%s: "%s" can\'t be used', (name, value) => {
  expect(faultsOf({ [name]: value })).toEqual([
    expect.stringMatching(new RegExp(`^${name}: ".*Write|^${name}: ".*Add`)),
  ])
})

test('no password is ever said', () => {
  const faults = faultsOf({
    BATON_URL: 'https://me:hunter2@desk.example.com',
    DATABASE_URL: 'mysql://me:hunter2@db/x?password=hunter2',
    BATON_IMAP: 'imap//me:hunter2@mail',
    BATON_SMTP: 'smtp://me:hun@ter2/hunter2@mail/path',
  })
  expect(faults).toHaveLength(4)
  expect(faults.join()).not.toMatch(/hunter2|ter2/)
})

test.each([
  ['imaps://me:secret@mail', 'imaps://me:…@mail'],
  ['me:se:c@ret@mail', 'me:…@mail'],
  ['imaps://me@mail', 'imaps://me@mail'],
  ['postgres://db/x?user=me&password=secret&a=b', 'postgres://db/x?user=me&password=…&a=b'],
])('%s is shown as %s', (text, shown) => {
  expect(withoutPassword(text)).toBe(shown)
})

test.each([
  'postgresql://me@localhost/x',
  'postgresql://127.0.0.2:5433/x',
  'postgresql://[::1]/x',
  'postgresql:///x?host=/run/postgresql',
  'postgresql://%2Frun%2Fpostgresql/x',
])('time may be moved in %s, which is on this machine', url => {
  expect(faultsOf({ BATON_TEST_CLOCK: '1', DATABASE_URL: url })).toEqual([])
})

test.each([
  'postgresql://db.example.com/x',
  'postgresql://localhost/x?host=10.0.0.1',
  'postgresql://127.example.com/x',
])('time may not be moved in %s, which is on another machine', url => {
  expect(faultsOf({ BATON_TEST_CLOCK: '1', DATABASE_URL: url })).toEqual([expect.stringMatching(/^BATON_TEST_CLOCK: /)])
  expect(faultsOf({ DATABASE_URL: url })).toEqual([])
})
