import { expect, test } from 'vitest'
import { isTouched } from './changes.ts'

const pages = (...numbers: number[]) => ({ pages: [{ items: numbers.map(number => ({ number })), next: null }] })
const shown = (queryKey: readonly unknown[], data: unknown = null) => ({ queryKey, data })
const wrote = { number: 1042, types: ['CustomerWrote', 'PromiseMade'] }

test('a word of the customer touches the issue, its conversation, and the lists that show it', () => {
  expect(isTouched(shown(['issue', 1042]), wrote)).toBe(true)
  expect(isTouched(shown(['issue', 1042, 'messages']), wrote)).toBe(true)
  expect(isTouched(shown(['issues', { owner: 'me' }], pages(1040, 1042)), wrote)).toBe(true)
  expect(isTouched(shown(['me']), wrote)).toBe(true)
  expect(isTouched(shown(['work']), wrote)).toBe(true)
})

test('and nothing else', () => {
  expect(isTouched(shown(['issue', 1043]), wrote)).toBe(false)
  expect(isTouched(shown(['issue', 1043, 'messages']), wrote)).toBe(false)
  expect(isTouched(shown(['issue', 1042, 'receivers']), wrote)).toBe(false)
  expect(isTouched(shown(['issues', { owner: 'me' }], pages(1040)), wrote)).toBe(false)
  expect(isTouched(shown(['offers'], [{ issue: { number: 1040 } }]), wrote)).toBe(false)
  expect(isTouched(shown(['members']), wrote)).toBe(false)
  expect(isTouched(shown(['when', 'friday', 'Europe/Madrid']), wrote)).toBe(false)
})

test('who looks after what is whose stands beside people', () => {
  expect(isTouched(shown(['members']), { number: 1042, types: ['CoverBegan'] })).toBe(true)
})

test('an issue that changes hands enters lists in which it did not stand', () => {
  const moved = { number: 1042, types: ['HandoffMet', 'OwnershipMoved'] }
  expect(isTouched(shown(['issues', { owner: 'me' }], pages()), moved)).toBe(true)
  expect(isTouched(shown(['offers'], []), moved)).toBe(true)
  expect(isTouched(shown(['issue', 1042, 'receivers']), moved)).toBe(true)
})

test('what happens to an issue of a cause touches the cause; what happens to causes touches all of them', () => {
  const cause = { id: 7, issues: [{ number: 1042 }] }
  expect(isTouched(shown(['cause', 7], cause), wrote)).toBe(true)
  expect(isTouched(shown(['cause', 7], cause), { ...wrote, number: 1043 })).toBe(false)
  expect(isTouched(shown(['cause', 7], cause), { number: 1043, types: ['CauseLinked'] })).toBe(true)
})

test('what breaks, stalls or is asked of a supervisor is news for them', () => {
  expect(isTouched(shown(['supervise']), { number: 1042, types: ['PromiseBroken'] })).toBe(true)
  expect(isTouched(shown(['supervise']), { number: 1042, types: ['PromiseMadeGood'] })).toBe(true)
  for (const type of ['HuddleLate', 'AssistFellSilent', 'ApprovalAsked', 'CannotFixAsked', 'CoverDeclined'])
    expect(isTouched(shown(['supervise']), { number: 1042, types: [type] })).toBe(true)
  expect(isTouched(shown(['supervise']), { number: 1042, types: ['NoteWritten'] })).toBe(false)
})
