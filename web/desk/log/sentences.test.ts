import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { EventAnswer, PromiseAnswer } from '../../../src/contract/answers.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { namesOf } from '../names.ts'
import { type About, sentenceOf } from './sentences.ts'

const at = '2026-11-17T12:00:00.000Z' as Instant
const [ben, carla] = ['00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-00000000000c']
const promise: PromiseAnswer = {
  id: 1,
  kind: 'word',
  what: 'the preview of her bill',
  due: '2026-11-17T12:30:00.000Z' as Instant,
  madeAt: at,
  madeBy: { kind: 'member', id: ben, name: 'Ben Okafor' },
  moves: 0,
  state: 'open',
  settledAt: null,
}
const about: About = {
  names: namesOf(
    carla,
    [
      { id: ben, name: 'Ben Okafor', hue: 1 },
      { id: carla, name: 'Carla Nunes', hue: 2 },
    ],
    [{ id: 'team', name: 'Plans' }],
  ),
  customer: 'Ana Ruiz',
  promises: [promise],
  now: at,
  path: 'Lighthouse',
}
const event = (type: string, data: EventAnswer['data'] = {}, id = ben): EventAnswer => ({
  version: 1,
  type,
  at,
  by: { kind: 'member', id, name: id === ben ? 'Ben Okafor' : 'Carla Nunes' },
  from: 'desk',
  data,
})

test.each([
  [
    'PromiseMade',
    { kind: 'word', promise: 1, due: promise.due },
    /^Ben Okafor promised “the preview of her bill” by today/,
  ],
  ['PromiseMade', { kind: 'answer', promise: 9, due: promise.due }, /^An answer was promised by today/],
  ['HandoffOffered', { to: { kind: 'team', team: 'team' } }, /^Ben Okafor offered it to Plans\.$/],
  ['HandoffOffered', { to: { kind: 'member', member: carla } }, /^Ben Okafor offered it to you\.$/],
  ['OwnershipMoved', { from: ben, to: carla, way: 'handoff' }, /^It changed hands, from Ben Okafor to you\.$/],
  ['AssistAsked', { of: { kind: 'team', team: 'team' } }, /^Ben Okafor asked Plans to help, for Ana Ruiz\.$/],
  ['AssistReturned', { moved: false }, /^Ben Okafor returned the assist: something is missing\.$/],
  [
    'HuddleCalled',
    { giver: carla, receiver: ben, third: null, due: promise.due },
    /^Ben Okafor called a huddle: you, Ben Okafor settle by today .* who owns it\.$/,
  ],
  [
    'LookedBack',
    { giver: ben, receiver: carla, moved: { contact: 4, at } },
    /with you it has moved forward, last today/,
  ],
  ['LookedBack', { giver: ben, receiver: carla, moved: null }, /with you nothing has moved\.$/],
  ['HandoffIntroduced', { live: 'phone' }, /in the same talk/],
  ['CustomerContacted', { channel: 'phone', reached: false }, /did not reach/],
  [
    'RungCalled',
    { rung: 2, called: [ben, carla], until: promise.due },
    /^The Lighthouse calls Ben Okafor and you on rung 2, to answer by today/,
  ],
  ['EscalationRaised', { cause: 'asked_for' }, /^Ben Okafor lit the Lighthouse for Ana Ruiz\.$/],
  ['IssueClosed', { outcome: 'confirmed' }, /^Ben Okafor closed it, confirmed by the customer\.$/],
])('%s is said as a sentence', (type, data, sentence) => {
  expect(sentenceOf(event(type, data), about)).toMatch(sentence)
})

test.each([
  [null, 'contact', 'It came over from ServiceNow, where Ben Okafor had it.'],
  [null, 'intake', 'It came over from ServiceNow, and was given to Ben Okafor.'],
  [at, 'intake', 'It came over from ServiceNow, where it was over already.'],
])('what another desk had before says so: over there at %s, by %s', (closedAt, way, sentence) => {
  const data = { owner: ben, way, imported: { source: 'ServiceNow', case: 'INC1', closedAt } }
  expect(sentenceOf({ ...event('IssueOpened', data), from: 'import' }, about)).toBe(sentence)
})

test('that another desk went on with it is no word of the customer’s', () => {
  const goesOn = { ...event('IssueReopened', { elsewhere: true }), from: 'import' as const }
  expect(sentenceOf(goesOn, about)).toBe('The other desk went on with it, so it is open here, too.')
})

test('what I did myself begins with You', () => {
  expect(sentenceOf(event('NoteWritten', {}, carla), about)).toBe('You wrote a note.')
})

test('every event of the rulebook has a sentence of its own', () => {
  const core = new URL('../../../src/core/', import.meta.url)
  const types = readdirSync(core, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap(
      file =>
        readFileSync(new URL(file, core), 'utf8').match(/record(?:ByDesk)?\(\s*turn,\s*\{\s*type: '(\w+)'/g) ?? [],
    )
    .map(found => /'(\w+)'/.exec(found)?.[1] ?? '')
  expect(types.length).toBeGreaterThan(20)
  const unsaid = types.filter(type =>
    sentenceOf(event(type, { due: promise.due, until: promise.due }), about).endsWith(`: ${type}.`),
  )
  expect(unsaid).toEqual([])
})
