import { expect, test } from 'vitest'
import type { HandoffAnswer, IssueAnswer } from '../../../../src/contract/answers.ts'
import { isDone, stageOf, steps } from './stage.ts'

const issue = (state: HandoffAnswer['state'] | null, changes: Partial<IssueAnswer> = {}): IssueAnswer =>
  ({ handoff: state && { state }, diagnoses: [{}], may: [], ...changes }) as unknown as IssueAnswer

test('a new hand-off begins with understanding, then the brief, then whom', () => {
  expect(stageOf(issue(null, { diagnoses: [] }), true).now).toBe('understood')
  expect(stageOf(issue(null), false).now).toBe('brief')
  expect(stageOf(issue(null), true).now).toBe('whom')
})

test('one under way stands where its state says', () => {
  expect((['offered', 'accepted', 'introduced'] as const).map(state => stageOf(issue(state), false).now)).toEqual([
    'readBack',
    'introduce',
    'met',
  ])
})

test('one that ended leaves the owner where they may offer again', () => {
  for (const state of ['declined', 'expired', 'withdrawn', 'fell_through'] as const)
    expect(stageOf(issue(state), true)).toEqual({ now: 'whom', handoff: null })
})

test('once they have met every step is done', () => {
  const stage = stageOf(issue('met'), false)
  expect(steps.every(step => isDone(step, stage))).toBe(true)
})

test('who received it may hand it on', () => {
  expect(stageOf(issue('met', { may: ['offer'] }), false)).toEqual({ now: 'brief', handoff: null })
})
