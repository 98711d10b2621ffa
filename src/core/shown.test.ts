import { describe, expect, test } from 'vitest'
import type { Context, Member } from './context.ts'
import { may } from './may.ts'
import { defaultPolicy } from './policy.ts'
import { given } from './testing/given.ts'
import {
  accepted,
  agreedCannotFix,
  answered,
  arrived,
  askedCannotFix,
  assistAccepted,
  assistAsked,
  assistantIntroduced,
  assistReturned,
  called,
  closed,
  confirmed,
  coverAccepted,
  coverAsked,
  coverBegan,
  diagnosed,
  erased,
  handedOver,
  happened,
  interrupted,
  introduced,
  liveBegan,
  lookalikes,
  matched,
  moved,
  offered,
  type Part,
  proposed,
  raised,
  replied,
  rungCalled,
  spam,
  stoodDown,
  toldCannotFix,
  unplaced,
} from './testing/history.ts'
import {
  ada,
  at,
  ben,
  carla,
  contextAt,
  dana,
  everybody,
  gone,
  membersOf,
  olu,
  otto,
  priya,
  theDesk,
  toMember,
  toTeam,
} from './testing/people.ts'
import { shownWrongly } from './testing/shown.ts'

const rules: Context['rules'] = { facts: [], checklist: [{ lesson: 2, kind: 'bill', says: 'w' }] }

/** Compares what each of them is shown with what the rules would let them do. */
function compares(now: string, parts: readonly Part[], members = everybody): void {
  const { issue } = given(...parts)
  const wrong = [...members.values()].flatMap(member =>
    shownWrongly(issue, member, contextAt(at(now), member, { rules, members })),
  )
  expect(wrong).toEqual([])
}
const carlaCovers = { from: at('Tue 09:00'), until: at('Wed 17:00'), when: at('Tue 09:10') }
const credit = { concession: 1, kind: 'credit', worth: { amount: 1_000, currency: 'EUR' }, reason: 'w' } as const
const approval = { type: 'ApprovalAsked', ...credit, asked: ['priya'], due: at('Tue 14:00') } as const
const dueLate = arrived({ due: at('Wed 13:00') })

describe('a screen shows an act exactly when the rules would accept it', () => {
  test.each<[string, string, Part[]]>([
    ['Rule 2: fresh from the intake', 'Tue 10:00', [arrived()]],
    ['Rule 2: taken by who answered', 'Tue 10:00', [arrived({ way: 'contact' })]],
    ['Rule 2: after the first reply', 'Tue 11:00', [arrived(), replied()]],
    ['Rule 4: owned by who left', 'Tue 10:00', [arrived({ owner: gone })]],
    ['Rule 4: owned by their supervisor', 'Tue 10:00', [arrived({ owner: priya })]],
    ['Rule 7: offered to a person', 'Tue 10:30', [arrived(), diagnosed(), offered()]],
    ['Rule 7: offered to a team', 'Tue 10:30', [arrived(), diagnosed(), offered({ to: toTeam('plans') })]],
    ['Rule 7: accepted', 'Tue 10:30', [arrived(), diagnosed(), offered(), accepted()]],
    ['Rule 8: introduced', 'Tue 10:40', [arrived(), diagnosed(), offered(), accepted(), introduced()]],
    ['Rule 8: met', 'Tue 11:30', [dueLate, handedOver()]],
    ['Rule 9: live', 'Tue 10:31', [arrived(), diagnosed(), offered(), accepted(), liveBegan()]],
    ['Rule 9: cut off', 'Tue 10:32', [arrived(), diagnosed(), offered(), accepted(), liveBegan(), interrupted()]],
    [
      'Rule 10: nobody looks after them',
      'Wed 11:30',
      [
        dueLate,
        handedOver(),
        happened(
          { type: 'LookedBack', handoff: 1, giver: 'ben', receiver: 'carla', moved: null },
          theDesk,
          at('Wed 11:00'),
        ),
      ],
    ],
    ['Rule 11: a huddle', 'Tue 11:40', [dueLate, handedOver(), called()]],
    ['Rule 11: a huddle of two', 'Tue 11:40', [dueLate, handedOver(), called({ third: null })]],
    ['Rule 15: a cover is asked', 'Tue 10:00', [dueLate, coverAsked({ ...carlaCovers, from: at('Tue 12:00') })]],
    [
      'Rule 15: a cover is agreed',
      'Tue 10:00',
      [dueLate, coverAsked({ ...carlaCovers, from: at('Tue 12:00') }), coverAccepted({ when: at('Tue 09:20') })],
    ],
    [
      'Rule 15: covered',
      'Tue 10:00',
      [dueLate, coverAsked(carlaCovers), coverAccepted({ when: at('Tue 09:20') }), coverBegan(at('Tue 09:20'))],
    ],
    [
      'Rule 15: covered, and offered to the cover’s team',
      'Tue 10:30',
      [
        dueLate,
        coverAsked(carlaCovers),
        coverAccepted({ when: at('Tue 09:20') }),
        coverBegan(at('Tue 09:20')),
        diagnosed(),
        offered({ to: toTeam('plans') }),
      ],
    ],
    [
      'Rule 15: covers one absence, and is asked to cover another',
      'Tue 10:00',
      [
        dueLate,
        coverAsked({ ...carlaCovers, from: at('Tue 12:00') }),
        coverAccepted({ when: at('Tue 09:20') }),
        coverAsked({
          cover: 'next',
          absence: 'next',
          from: at('Thu 09:00'),
          until: at('Fri 09:00'),
          when: at('Tue 09:30'),
        }),
      ],
    ],
    ['Rule 16: asked of a person', 'Tue 10:40', [arrived(), assistAsked()]],
    ['Rule 16: asked of a team', 'Tue 10:40', [arrived(), assistAsked({ of: toTeam('plans') })]],
    ['Rule 16: accepted', 'Tue 11:10', [arrived(), assistAsked({ of: toTeam('plans') }), assistAccepted({ by: dana })]],
    [
      'Rule 16: the assistant is introduced',
      'Tue 11:40',
      [
        arrived(),
        assistAsked({ of: toMember(dana) }),
        assistAccepted({ by: dana }),
        assistantIntroduced({ contact: 2 }),
      ],
    ],
    ['Rule 16: asked of the owner’s own team', 'Tue 10:40', [arrived(), assistAsked({ of: toTeam('support') })]],
    [
      'Rule 16: asked of a team that somebody has left',
      'Tue 10:40',
      [arrived({ owner: carla }), assistAsked({ of: toTeam('support'), by: carla })],
    ],
    [
      'Rule 16: an assist was silent, and the issue is closed',
      'Tue 16:30',
      [
        arrived(),
        proposed(),
        assistAsked({ of: toMember(dana), due: at('Tue 14:00') }),
        happened({ type: 'AssistFellSilent', assist: 1 }, theDesk, at('Tue 14:00')),
        confirmed(),
        closed(),
      ],
    ],
    [
      'Rule 16: returned',
      'Tue 11:40',
      [arrived(), assistAsked({ of: toMember(dana) }), assistReturned({ by: dana, when: at('Tue 11:20') })],
    ],
    ['Rule 18: proposed', 'Tue 11:00', [arrived(), proposed()]],
    ['Rule 18: confirmed', 'Tue 15:30', [arrived(), proposed(), confirmed()]],
    ['Rule 18: closed', 'Tue 16:30', [arrived(), proposed(), confirmed(), closed()]],
    ['Rule 19: asked whether it can’t be fixed', 'Tue 11:00', [arrived(), askedCannotFix()]],
    ['Rule 19: asked by a supervisor alone', 'Tue 11:00', [arrived({ owner: ada }), askedCannotFix()]],
    ['Rule 19: agreed', 'Tue 11:20', [arrived(), askedCannotFix(), agreedCannotFix()]],
    ['Rule 19: told', 'Tue 12:00', [arrived(), askedCannotFix(), agreedCannotFix(), toldCannotFix()]],
    ['Rule 20: watched', 'Tue 15:30', [arrived(), proposed({ watch: [at('Thu 10:00')] }), confirmed()]],
    ['Rule 21: perhaps an older one', 'Tue 10:00', [arrived(), matched()]],
    ['Rule 22: spam', 'Tue 10:30', [arrived(), spam(at('Tue 10:00'))]],
    ['Rule 24: an alarm', 'Tue 10:05', [dueLate, raised(at('Tue 10:00'))]],
    [
      'Rule 24: an alarm that has called agents',
      'Tue 10:20',
      [
        dueLate,
        raised(at('Tue 10:00')),
        rungCalled(1, [carla, dana], at('Tue 10:00'), at('Tue 10:15')),
        rungCalled(2, [priya], at('Tue 10:15'), at('Tue 10:30')),
      ],
    ],
    [
      'Rule 26: its champion, and a colleague who raised it',
      'Tue 10:10',
      [dueLate, raised(at('Tue 10:00'), dana), answered(at('Tue 10:05'), priya)],
    ],
    [
      'Rule 26: a champion who raised it',
      'Tue 10:10',
      [dueLate, raised(at('Tue 10:00'), priya), answered(at('Tue 10:05'), priya)],
    ],
    [
      'Rule 26: a champion who owns it now',
      'Tue 10:30',
      [
        dueLate,
        raised(at('Tue 10:00')),
        answered(at('Tue 10:05'), priya),
        moved(ben, priya, 'takeover', at('Tue 10:20')),
      ],
    ],
    [
      'Rule 26: stood down',
      'Tue 10:30',
      [dueLate, raised(at('Tue 10:00')), answered(at('Tue 10:05'), priya), stoodDown(at('Tue 10:20'), priya)],
    ],
    [
      'Rule 3: a word that may be about another',
      'Tue 10:30',
      [arrived(), unplaced(2, at('Tue 10:00'), { promise: 2, due: at('Tue 14:00') })],
    ],
    [
      'Rule 3: a call that may be about another',
      'Tue 10:30',
      [arrived(), unplaced(2, at('Tue 10:00'), { promise: 2, due: at('Tue 14:00'), by: dana })],
    ],
    [
      'Rule 27: granted',
      'Tue 10:30',
      [arrived(), happened({ type: 'ConcessionGranted', ...credit }, ben, at('Tue 10:00'))],
    ],
    ['Rule 27: asked by the owner', 'Tue 10:30', [arrived(), happened(approval, ben, at('Tue 10:00'))]],
    ['Rule 27: asked by a supervisor', 'Tue 10:30', [arrived(), happened(approval, priya, at('Tue 10:00'))]],
    [
      'Rule 27: asked, and a champion there',
      'Tue 10:30',
      [
        dueLate,
        raised(at('Tue 10:00')),
        rungCalled(1, [carla], at('Tue 10:00'), at('Tue 10:15')),
        answered(at('Tue 10:05'), carla),
        happened(approval, ben, at('Tue 10:10')),
      ],
    ],
    [
      'Rule 28: a step is to be done',
      'Tue 10:30',
      [arrived(), happened({ type: 'KindSet', kind: 'bill' }, ben, at('Tue 09:30'))],
    ],
    ['Rule 33: erased', 'Wed 10:30', [arrived(), proposed(), confirmed(), closed(), erased()]],
    ['Scenario 5: somebody whom the desk may know', 'Tue 10:00', [arrived(), lookalikes()]],
  ])('%s', (_, now, parts) => compares(now, parts))
})

test('Rule 19: where there is no supervisor but the owner, they answer themselves', () => {
  const asked = [arrived({ owner: ada }), askedCannotFix()]
  compares('Tue 11:00', asked, membersOf(ada, ben, gone))
  expect(may(given(...asked).issue, ada, contextAt(at('Tue 11:00'), ada, { members: membersOf(ada) }))).toContain(
    'answer_cannot_fix',
  )
})

test('Rule 22: a merge is taken back by the owner or a supervisor', () => {
  const { issue } = given(
    arrived(),
    happened({ type: 'IssueMerged', into: 1042, because: 'duplicate' }, ben, at('Tue 10:00')),
  )
  const see = (who: Member) => may(issue, who, contextAt(at('Tue 10:10'), who)).includes('unmerge')
  expect([ben, priya, carla, otto].map(see)).toEqual([true, true, false, false])
})

test('Rule 11: where every handoff needs a huddle, one is called from the start', () => {
  const { issue } = given(arrived(), replied())
  const see = (handoffsWithoutHuddle: number) =>
    may(issue, ben, contextAt(at('Tue 11:00'), ben, { policy: { ...defaultPolicy, handoffsWithoutHuddle } }))
  expect(see(0)).toContain('call_huddle')
  expect(see(1)).not.toContain('call_huddle')
})

test('who has left sees nothing; who has no seat raises the alarm and thanks', () => {
  const { issue } = given(arrived())
  const see = (who: Member) => may(issue, who, contextAt(at('Tue 10:00'), who))
  expect(see(gone)).toEqual([])
  expect(see(olu)).toEqual(['raise', 'thank'])
})
