import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '../policy.ts'
import {
  adopt,
  adopted,
  answer,
  answered,
  askRepair,
  change,
  comment,
  compareNumbers,
  decline,
  declined,
  drop,
  dropped,
  givenLesson,
  keep,
  kept,
  offThePhone,
  overdue,
  propose,
  proposed,
  proposing,
  support,
  supported,
  tick,
  trialEnded,
} from '../testing/lessons.ts'
import {
  ada,
  ana,
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
} from '../testing/people.ts'
import { decideLesson, mayDecideOnLessons, nextLessonDeadline } from './learning.ts'
import { type LessonRecorded, latest, replayLesson } from './lesson.ts'
import type { LessonCommand } from './lesson-commands.ts'
import { type LessonMay, mayOnLesson } from './lesson-may.ts'
import { lessonWaiting } from './lesson-told.ts'

const noon = at('Tue 12:00')
const trialEnd = at('2026-12-24 11:00')
const rules = (key: string, lesson = 7) => ({
  rules: { facts: [{ lesson, key, says: 'Off the phone.', allowed: ['off the phone'], refused: [] }], checklist: [] },
})
const onlyAdmins = { policy: { ...defaultPolicy, lessonsAdoptedBy: 'admin' as const } }

describe('proposing', () => {
  test('Rule 28: anyone of the company proposes a lesson from an issue, also a colleague; their supervisors hear of it', () => {
    proposing(propose(), ben)
      .yields({ type: 'LessonProposed', lesson: 1, issue: 1001, kind: 'exchange', whys: ['w:why', 'w:cause'] })
      .told({ member: 'priya', word: 'lesson_proposed' })
    // Nobody supervises Repair: an admin hears of it.
    proposing(propose(), olu)
      .yields({ type: 'LessonProposed', by: olu })
      .told({ member: 'ada', word: 'lesson_proposed' })
    proposing(propose(), gone).refuses('not_a_member')
    proposing(propose(), ana).refuses('not_a_member')
  })

  test('Rule 28: where admins decide on lessons, admins hear of them', () => {
    proposing(propose(), ben, onlyAdmins)
      .yields({ type: 'LessonProposed' })
      .told({ member: 'ada', word: 'lesson_proposed' })
  })

  test('Rule 28: why is asked until it is a cause', () => {
    proposing(propose(offThePhone, { whys: ['w:why'] }), ben).refuses('needs_cause', { whys: 1 })
  })

  test('Rule 28: its kind is one that the workspace keeps, or none', () => {
    proposing(propose(offThePhone, { kind: null }), ben).yields({ type: 'LessonProposed', kind: null })
    for (const kind of ['fax', 'nowhere'])
      proposing(propose(offThePhone, { kind }), ben).refuses('no_such_kind', { kind })
  })

  test('Rule 28: a checklist step is for a kind of issue', () => {
    proposing(propose(compareNumbers), ben).yields({ type: 'LessonProposed', change: compareNumbers })
    proposing(propose(compareNumbers, { kind: null }), ben).refuses('needs_kind')
  })

  test('Rule 28: a request goes to a department that there is, and to somebody in it, by a time ahead', () => {
    const wrong = (request: object) => proposing(propose({ ...askRepair(olu), ...request } as never), ben)
    proposing(propose(askRepair(null)), ben).yields({ type: 'LessonProposed' })
    wrong({ department: 'nowhere' }).refuses('no_such_team', { team: 'nowhere' })
    for (const owner of ['gone', 'nobody']) wrong({ owner }).refuses('no_such_member', { member: owner })
    wrong({ owner: 'ben' }).refuses('not_in_team', { member: 'ben', team: 'repair' })
    wrong({ due: at('Tue 10:00') }).refuses('due_in_past')
  })
})

describe('talking about it', () => {
  test('Rule 28: everyone may comment, also on what is decided, and the proposer hears of it', () => {
    givenLesson(proposed())
      .when(comment, olu, noon)
      .yields({ type: 'LessonCommented', words: 'w:comment' })
      .told({ member: 'ben', word: 'lesson_commented' })
      .when(comment, ben, noon)
      .yields({ type: 'LessonCommented' })
      .told()
    givenLesson(proposed(), adopted(), dropped)
      .when(comment, ben, at('Thu 10:00'))
      .yields({ type: 'LessonCommented' })
      .told({ member: 'priya', word: 'lesson_commented' })
    givenLesson(proposed()).when(comment, gone, noon).refuses('not_a_member')
    const said = givenLesson(proposed()).when(comment, olu, noon).yields({ type: 'LessonCommented' })
    expect(said.lesson).toMatchObject({ version: 2, comments: [{ words: 'w:comment', by: 'olu', at: noon }] })
  })

  test('Rule 28: everyone may support it once, and take that back', () => {
    const backed = givenLesson(proposed()).when(support(), olu, noon).yields({ type: 'LessonSupported' }).told()
    expect(backed.lesson.supporters).toEqual([{ member: 'olu', at: noon }])
    backed.when(support(), olu, noon).yields()
    const alone = backed.when(support(false), olu, noon).yields({ type: 'LessonSupportTakenBack' })
    expect(alone.lesson.supporters).toEqual([])
    alone.when(support(false), olu, noon).yields()
    const both = givenLesson(proposed(), supported(olu), supported(carla))
    const left = both.when(support(false), olu, noon).yields({ type: 'LessonSupportTakenBack' })
    expect(left.lesson.supporters.map(({ member }) => member)).toEqual(['carla'])
    backed.when(support(), gone, noon).refuses('not_a_member')
    givenLesson(proposed(), declined).when(support(), dana, noon).refuses('lesson_decided', { state: 'declined' })
  })
})

describe('adopting', () => {
  test('Rule 28: it is adopted by a supervisor or an admin, for a trial; proposer and supporters hear of it', () => {
    // Also somebody who supports what they proposed hears it once.
    givenLesson(proposed(), supported(ben), supported(carla))
      .when(adopt(), priya, noon)
      .yields({ type: 'LessonAdopted', until: at('2026-12-24 12:00'), request: null })
      .told({ member: 'ben', word: 'lesson_adopted' }, { member: 'carla', word: 'lesson_adopted' })
    givenLesson(proposed())
      .when(adopt({ trialDays: 7 }), ada, noon)
      .yields({ type: 'LessonAdopted', until: at('Tue 12:00', 1) })
    for (const person of [ben, olu])
      givenLesson(proposed()).when(adopt(), person, noon).refuses('not_adopter', { adopters: 'supervisor' })
    givenLesson(proposed()).when(adopt(), gone, noon).refuses('not_a_member')
  })

  test('Rule 28: the workspace may leave it to admins', () => {
    givenLesson(proposed()).when(adopt(), priya, noon, onlyAdmins).refuses('not_adopter', { adopters: 'admin' })
    givenLesson(proposed()).when(adopt(), ada, noon, onlyAdmins).yields({ type: 'LessonAdopted' })
    expect(mayDecideOnLessons({ ...ada, active: false }, defaultPolicy)).toBe(false)
  })

  test('Rule 28: the proposer may be who adopts', () => {
    givenLesson(proposed(offThePhone, priya)).when(adopt(), priya, noon).yields({ type: 'LessonAdopted' }).told()
  })

  test('Rule 28: a trial ends at the same time of the day, also over a change of clocks', () => {
    givenLesson(proposed())
      .when(adopt({ trialDays: 150 }), priya, noon)
      .yields({ type: 'LessonAdopted', until: at('2027-04-23 12:00') })
  })

  test('Rule 28: it is adopted once, and not after it was declined', () => {
    givenLesson(proposed(), adopted()).when(adopt(), ada, noon).refuses('already_adopted', { adopter: 'priya' })
    givenLesson(proposed(), declined).when(adopt(), ada, noon).refuses('lesson_decided', { state: 'declined' })
  })

  test('Rule 28: two rules about one fact would contradict each other', () => {
    givenLesson(proposed()).when(adopt(), priya, noon, rules('Serial.')).refuses('rule_exists', { lesson: 7 })
    givenLesson(proposed()).when(adopt(), priya, noon, rules('account')).yields({ type: 'LessonAdopted' })
    givenLesson(proposed(compareNumbers)).when(adopt(), priya, noon, rules('serial')).yields({ type: 'LessonAdopted' })
  })

  test('Rule 28: declined with a reason, which proposer and supporters hear', () => {
    givenLesson(proposed(), supported(olu))
      .when(decline, priya, noon)
      .yields({ type: 'LessonDeclined', why: 'w:no' })
      .told({ member: 'ben', word: 'lesson_declined' }, { member: 'olu', word: 'lesson_declined' })
      .when(decline, priya, noon)
      .refuses('lesson_decided', { state: 'declined' })
    givenLesson(proposed()).when(decline, ben, noon).refuses('not_adopter')
    givenLesson(proposed(), adopted()).when(decline, ada, noon).refuses('already_adopted', { adopter: 'priya' })
  })
})

describe('a request to another department', () => {
  const asked = adopted({ request: { owner: 'olu', due: at('Fri 12:00') } })

  test('Rule 28: it has an owner and a due time from its adoption on, and the owner is asked', () => {
    givenLesson(proposed(askRepair(olu)))
      .when(adopt(), priya, noon)
      .yields({ type: 'LessonAdopted', request: { owner: 'olu', due: at('Fri 12:00') } })
      .told({ member: 'olu', word: 'lesson_asked' }, { member: 'ben', word: 'lesson_adopted' })
  })

  test('Rule 28: whoever adopts names the owner where nobody has, or another time', () => {
    const open = givenLesson(proposed(askRepair(null)))
    open.when(adopt(), priya, noon).refuses('needs_request_owner', { team: 'repair' })
    open.when(adopt({ owner: 'ben' }), priya, noon).refuses('not_in_team', { member: 'ben' })
    open
      .when(adopt({ owner: 'olu', due: at('Wed 12:00', 1) }), priya, noon)
      .yields({ type: 'LessonAdopted', request: { owner: 'olu', due: at('Wed 12:00', 1) } })
    open.when(adopt({ owner: 'olu' }), priya, at('Mon 12:00', 1)).refuses('due_in_past', { due: at('Fri 12:00') })
  })

  test("Rule 28: a department's supervisor may own it, too", () => {
    const repairLead = { ...otto, supervises: ['repair'] }
    const changes = { members: membersOf(...everybody.values(), repairLead) }
    givenLesson(proposed(askRepair(null)))
      .when(adopt({ owner: 'otto' }), priya, noon, changes)
      .yields({ type: 'LessonAdopted', request: { owner: 'otto', due: at('Fri 12:00') } })
  })

  test('Rule 28: the owner answers, done or plainly not; adopter and proposer hear it', () => {
    givenLesson(proposed(askRepair(olu)), asked)
      .when(answer(false), olu, noon)
      .yields({ type: 'LessonRequestAnswered', done: false, words: 'w:answer' })
      .told({ member: 'priya', word: 'lesson_request_answered' }, { member: 'ben', word: 'lesson_request_answered' })
      .when(answer(), olu, at('Wed 10:00'))
      .refuses('request_answered', { at: noon })
    givenLesson(proposed(askRepair(olu)), asked)
      .when(answer(), ben, noon)
      .refuses('not_request_owner', { owner: 'olu' })
    givenLesson(proposed(askRepair(olu)), asked)
      .when(answer(), gone, noon)
      .refuses('not_a_member')
    givenLesson(proposed(askRepair(olu)))
      .when(answer(), olu, noon)
      .refuses('no_request')
    givenLesson(proposed(), adopted()).when(answer(), olu, noon).refuses('no_request')
  })

  test('Rule 28: overdue is told to its owner and to who adopted it, at its own time; it can still be answered', () => {
    const late = givenLesson(proposed(askRepair(olu)), asked)
      .when(tick, theDesk, at('Fri 15:00'))
      .yields({ type: 'LessonRequestOverdue', at: at('Fri 12:00'), by: theDesk })
      .told({ member: 'olu', word: 'lesson_request_overdue' }, { member: 'priya', word: 'lesson_request_overdue' })
    late.when(answer(), olu, at('Fri 16:00')).yields({ type: 'LessonRequestAnswered' })
    // Whether or not the clock came by in time.
    givenLesson(proposed(askRepair(olu)), asked)
      .when(answer(), olu, at('Fri 15:00'))
      .yields(
        { type: 'LessonRequestOverdue', at: at('Fri 12:00'), by: theDesk },
        { type: 'LessonRequestAnswered', by: olu },
      )
  })
})

describe('after the trial', () => {
  test('Rule 29: at its end adopter and proposer hear it; it is enforced until they decide', () => {
    givenLesson(proposed(), adopted())
      .when(tick, theDesk, at('2026-12-25 10:00'))
      .yields({ type: 'LessonTrialEnded', at: trialEnd, by: theDesk })
      .told({ member: 'priya', word: 'lesson_trial_over' }, { member: 'ben', word: 'lesson_trial_over' })
    givenLesson(proposed(), adopted()).when(tick, theDesk, at('Wed 10:00')).yields()
  })

  test('Rule 29: kept with a reason, once its trial has shown its effect', () => {
    givenLesson(proposed(), adopted()).when(keep, priya, at('Wed 10:00')).refuses('trial_running', { until: trialEnd })
    givenLesson(proposed(), supported(olu), adopted(), trialEnded)
      .when(keep, ada, at('2026-12-28 10:00'))
      .yields({ type: 'LessonKept', why: 'w:helps' })
      .told(
        { member: 'ben', word: 'lesson_kept' },
        { member: 'olu', word: 'lesson_kept' },
        { member: 'priya', word: 'lesson_kept' },
      )
    givenLesson(proposed(), adopted(), trialEnded, kept)
      .when(keep, priya, at('2026-12-29 10:00'))
      .refuses('lesson_decided', { state: 'kept' })
  })

  test('Rule 29: what does harm is dropped at any time, also after it was kept; then it is over', () => {
    givenLesson(proposed(), adopted())
      .when(drop, priya, at('Wed 10:00'))
      .yields({ type: 'LessonDropped', why: 'w:harms' })
      .told({ member: 'ben', word: 'lesson_dropped' })
      .when(keep, priya, at('2026-12-28 10:00'))
      .refuses('lesson_decided', { state: 'dropped' })
    givenLesson(proposed(), adopted(), trialEnded, kept)
      .when(drop, priya, at('2027-06-28 10:00'))
      .yields({ type: 'LessonDropped' })
  })

  test('Rule 29: changed: a new version, with a trial of its own; the former one stays on record', () => {
    const open = { ...offThePhone, allowed: [], refused: ['w:box'] }
    const changed = givenLesson(proposed(), adopted(), trialEnded)
      .when(change(open, 14), ada, at('2026-12-28 10:00'), rules('serial', 1))
      .yields({ type: 'LessonChanged', change: open, why: 'w:better', until: at('2027-01-11 10:00'), request: null })
      .told({ member: 'ben', word: 'lesson_changed' })
    const { versions } = changed.lesson
    expect(versions.map(({ standing }) => standing.state)).toEqual(['changed', 'trial'])
    expect(latest(changed.lesson)).toMatchObject({ change: open, standing: { adopter: 'ada' } })
    changed
      .when(tick, theDesk, at('2027-01-12 10:00'))
      .yields({ type: 'LessonTrialEnded', at: at('2027-01-11 10:00'), by: theDesk })
  })

  test('Rule 29: a third version keeps the order of the former ones', () => {
    const changed = givenLesson(proposed(), adopted())
      .when(change(compareNumbers), priya, at('Wed 10:00'))
      .yields({ type: 'LessonChanged' })
      .when(change(askRepair(olu)), priya, at('Thu 10:00'))
      .yields({ type: 'LessonChanged', request: { owner: 'olu', due: at('Fri 12:00') } })
      .told({ member: 'olu', word: 'lesson_asked' }, { member: 'ben', word: 'lesson_changed' })
    expect(changed.lesson.versions.map(({ change }) => change.type)).toEqual(['fact_rule', 'checklist', 'request'])
    expect(changed.lesson.versions.map(({ standing }) => standing.state)).toEqual(['changed', 'changed', 'trial'])
  })

  test('Rule 29: a change must be as real as what was proposed', () => {
    const trial = givenLesson(proposed(), adopted())
    const ofNoKind = { ...proposed(), event: { ...proposed().event, kind: null } } as LessonRecorded
    givenLesson(ofNoKind, adopted()).when(change(compareNumbers), priya, at('Wed 10:00')).refuses('needs_kind')
    trial.when(change(askRepair(null)), priya, at('Wed 10:00')).refuses('needs_request_owner')
    trial.when(change(offThePhone), priya, at('Wed 10:00'), rules('serial')).refuses('rule_exists', { lesson: 7 })
  })

  test('Rule 29: decided by whom the workspace says, and only on what was adopted', () => {
    givenLesson(proposed(), adopted()).when(drop, ben, noon).refuses('not_adopter')
    givenLesson(proposed()).when(drop, priya, noon).refuses('not_adopted')
    givenLesson(proposed(), declined).when(drop, priya, noon).refuses('lesson_decided', { state: 'declined' })
  })
})

describe('what waits, and when the clock looks', () => {
  const waits = (...log: Parameters<typeof givenLesson>) =>
    lessonWaiting(givenLesson(...log).lesson).map(({ kind, for: whom, due }) => [kind, whom.kind, whom.id, due])
  const asked = adopted({ request: { owner: 'olu', due: at('Fri 12:00') } })

  test('Rule 28: a proposal waits for who may decide on it', () => {
    expect(waits(proposed())).toEqual([['lesson_proposed', 'supervisors', 'ben', null]])
    expect(waits(proposed(), declined)).toEqual([])
  })

  test('Rule 29: a trial that is over waits for who adopted it and who proposed it, once', () => {
    expect(waits(proposed(), adopted())).toEqual([])
    expect(waits(proposed(), adopted(), trialEnded)).toEqual([
      ['lesson_decision', 'member', 'priya', null],
      ['lesson_decision', 'member', 'ben', null],
    ])
    expect(waits(proposed(offThePhone, priya), adopted(), trialEnded)).toHaveLength(1)
    expect(waits(proposed(), adopted(), trialEnded, kept)).toEqual([])
  })

  test('Rule 28: a request waits for its owner, and when it is overdue for who adopted it, too', () => {
    expect(waits(proposed(askRepair(olu)), asked)).toEqual([['lesson_request', 'member', 'olu', at('Fri 12:00')]])
    expect(waits(proposed(askRepair(olu)), asked, overdue)).toEqual([
      ['lesson_request', 'member', 'olu', at('Fri 12:00')],
      ['lesson_request_overdue', 'member', 'priya', null],
    ])
    expect(waits(proposed(askRepair(olu)), asked, answered)).toEqual([])
  })

  test('Scenario 19: the next due time follows from the state', () => {
    expect(nextLessonDeadline(givenLesson(proposed()).lesson)).toBeNull()
    expect(nextLessonDeadline(givenLesson(proposed(), adopted()).lesson)).toBe(trialEnd)
    expect(nextLessonDeadline(givenLesson(proposed(askRepair(olu)), asked).lesson)).toBe(at('Fri 12:00'))
    expect(nextLessonDeadline(givenLesson(proposed(), adopted(), trialEnded).lesson)).toBeNull()
    // Long past both: each as of its own time, in order.
    givenLesson(proposed(askRepair(olu)), asked)
      .when(comment, ben, at('2026-12-28 10:00'))
      .yields(
        { type: 'LessonRequestOverdue', at: at('Fri 12:00'), by: theDesk },
        { type: 'LessonTrialEnded', at: trialEnd, by: theDesk },
        { type: 'LessonCommented' },
      )
    // At its very moment, by the clock; and the sooner one first, whichever it is.
    const late = adopted({ request: { owner: 'olu', due: at('2026-12-31 12:00') } })
    const both = givenLesson(proposed(askRepair(olu, at('2026-12-31 12:00'))), late)
    expect(nextLessonDeadline(both.lesson)).toBe(trialEnd)
    both.when(tick, theDesk, trialEnd).yields({ type: 'LessonTrialEnded', at: trialEnd })
    both
      .when(comment, ben, at('2027-01-04 10:00'))
      .yields(
        { type: 'LessonTrialEnded', by: theDesk, at: trialEnd },
        { type: 'LessonRequestOverdue', by: theDesk, at: at('2026-12-31 12:00') },
        { type: 'LessonCommented' },
      )
    // The clock settles one moment at a time.
    givenLesson(proposed(askRepair(olu)), asked)
      .when(tick, theDesk, at('2026-12-28 10:00'))
      .yields({ type: 'LessonRequestOverdue', at: at('Fri 12:00') })
  })
})

test('Rules 28 and 29: a screen shows an act exactly when it would be accepted', () => {
  const asked = adopted({ request: { owner: 'olu', due: at('Fri 12:00') } })
  const tried: Record<LessonMay, LessonCommand> = {
    comment,
    support: support(),
    take_support_back: support(false),
    adopt: adopt(),
    decline,
    keep,
    change: change(compareNumbers),
    drop,
    answer: answer(),
  }
  const logs = [
    [proposed()],
    [proposed(), supported(ben)],
    [proposed(), declined],
    [proposed(), adopted()],
    [proposed(askRepair(olu)), asked],
    [proposed(askRepair(olu)), asked, overdue, trialEnded],
    [proposed(askRepair(olu)), asked, answered],
    [proposed(), adopted(), trialEnded, kept],
    [proposed(), adopted(), dropped],
  ]
  for (const log of logs)
    for (const member of [ben, priya, ada, olu, gone]) {
      const { lesson } = givenLesson(...log)
      const now = log.at(-1)?.at ?? noon
      const shown = mayOnLesson(lesson, member, defaultPolicy)
      expect(shown.filter(act => !(act in tried))).toEqual([])
      for (const [act, command] of Object.entries(tried) as [LessonMay, LessonCommand][]) {
        const decision = decideLesson(lesson, command, contextAt(now, member))
        const does = 'events' in decision && decision.events.length > 0
        expect([latest(lesson).standing.state, member.id, act, shown.includes(act)]).toEqual([
          latest(lesson).standing.state,
          member.id,
          act,
          does,
        ])
      }
    }
})

test('Rule 33: a log begins with its proposal, and has one', () => {
  expect(() => replayLesson([])).toThrow('begins with its proposal')
  expect(() => replayLesson([proposed(), proposed()])).toThrow('proposed once')
  expect(() => replayLesson([{ ...proposed(), by: theDesk }])).toThrow('begins with its proposal')
})

test('Rule 33: what falls due is from the clock, and the rest from where it was done', () => {
  const context = contextAt(at('2026-12-28 10:00'), ben)
  const decision = decideLesson(givenLesson(proposed(), adopted()).lesson, comment, context)
  expect('events' in decision && decision.events.map(({ from }) => from)).toEqual(['clock', 'api'])
})
