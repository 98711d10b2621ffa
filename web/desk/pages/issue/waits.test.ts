import { expect, test } from 'vitest'
import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { at, begin, ben, carla, priya } from '../../../baton-line/example.ts'
import { actsOf } from './possible.ts'
import { waitsOf } from './waits.ts'

const issueWith = (changes: Partial<IssueAnswer>): IssueAnswer => ({
  ...begin(ben, '3 Nov 09:12').hears('3 Nov 09:12').example.issue,
  ...changes,
})
const since = at('3 Nov 10:00')
const waits = (changes: Partial<IssueAnswer>) => waitsOf(issueWith(changes), 'Lighthouse')

test('Rule 3: which one it is about is asked with every issue that it may be, this one first', () => {
  const [wait] = waits({
    may: ['place'],
    waits: [{ kind: 'which_one', of: 4, since, due: null }],
    unplaced: [
      {
        message: 'm4',
        contact: 4,
        at: since,
        channel: 'phone',
        takenBy: carla,
        among: [{ number: 1043, subject: 'The bill', owner: priya }],
      },
    ],
  })
  expect(wait?.says).toBe('Ana called, and Carla answered. Which of Ana’s issues is it about?')
  expect(wait?.acts).toMatchObject([
    { send: '/issues/1042/messages/m4/place', body: { issue: 1042 } },
    { send: '/issues/1042/messages/m4/place', body: { issue: 1043 }, says: '#1043: The bill (Priya)' },
  ])
})

test('Rule 3: who took the call may say which one it is about, though it waits for the owner', () => {
  const unplaced = [{ message: 'm4', contact: 4, at: since, channel: 'phone' as const, takenBy: carla, among: [] }]
  expect(waits({ may: ['place'], unplaced })).toMatchObject([{ acts: [{ body: { issue: 1042 } }] }])
  expect(waits({ may: [], unplaced })).toEqual([])
})

test('Rule 27: an approval is shown with what it is about, to who may decide; others only read it', () => {
  const asked = {
    waits: [{ kind: 'approval', of: 1, since, due: since }],
    concessions: [
      {
        id: 1,
        kind: 'refund',
        worth: { amount: 60, currency: 'EUR' },
        reason: 'Three months of crackling.',
        by: ben,
        at: since,
        state: 'waiting',
        asked: [priya],
        due: since,
        decided: null,
        review: null,
      },
    ],
  } satisfies Partial<IssueAnswer>
  const [wait] = waits({ ...asked, may: ['decide_approval'] })
  expect(wait).toMatchObject({ quote: 'A refund of €60. Three months of crackling.', due: since })
  expect(wait?.acts).toMatchObject([{ send: '/issues/1042/concessions/1/approve' }, { mode: { refuse: 1 } }])
  expect(waits({ ...asked, may: [] })[0]?.acts).toEqual([])
})

test('nothing waits, nothing is said', () => {
  expect(waits({})).toEqual([])
})

test('what is rarely done is folded away; the diagnosis is at hand until somebody has recorded one', () => {
  const may: IssueAnswer['may'] = ['note', 'offer', 'ask_assist', 'propose', 'grant', 'raise', 'mark_spam']
  const says = (changes: Partial<IssueAnswer>) => {
    const { usual, more } = actsOf(issueWith({ may, ...changes }), 'Ana', 'Lighthouse')
    return { usual: usual.map(act => act.says), more: more.map(act => act.says) }
  }
  expect(says({}).usual).toEqual([
    'Record what the matter is',
    'Hand over, hand to hand',
    'Ask for help',
    'Propose that it is solved',
  ])
  const recorded = says({ diagnoses: [{ text: 'A box takes water.', by: ben, at: since }] })
  expect(recorded.usual).not.toContain('Record what the matter is')
  expect(recorded.more).toEqual(
    expect.arrayContaining(['Record what the matter is', 'Concede something', 'Light the Lighthouse', 'It is spam']),
  )
})
