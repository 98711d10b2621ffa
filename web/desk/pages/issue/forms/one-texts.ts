import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { firstName } from '../../../../ui/face.tsx'
import { worthOf } from '../../../money.ts'
import { words as panelWords } from '../panels/words.ts'
import type { Mode } from '../tray/modes.ts'
import type { OneTextProps } from '../tray/one-text.tsx'
import { words as trayWords } from '../tray/words.ts'
import { words } from './words.ts'

type OneText = Omit<OneTextProps, 'name' | 'beside' | 'over'>
type Names = { name: string; owner: string }

/** The acts that take one text: where it goes, and what is said around it. Null: the mode is another form's. */
export function oneTextOf(mode: Mode, issue: IssueAnswer, path: string): OneText | null {
  const names = { name: firstName(issue.customer.name), owner: firstName(issue.owner.name) }
  return typeof mode === 'string' ? ofIssue(mode, issue, names, path) : ofOne(mode, issue, names)
}

function ofIssue(mode: string, issue: IssueAnswer, { name, owner }: Names, alarm: string): OneText | null {
  const { number, escalation, handoff, covers, may } = issue
  const path = `/issues/${number}`
  const alarmPath = `${path}/escalations/${escalation?.id}`
  const champion = escalation?.champion ? firstName(escalation.champion.name) : ''
  switch (mode) {
    case 'takeover':
      return {
        path: `${path}/takeover`,
        field: 'reason',
        title: trayWords.takeoverTitle(issue.owner.name),
        label: trayWords.takeoverWhy,
        hint: trayWords.takeoverHint(owner, name),
        act: trayWords.takeover,
        done: trayWords.takenOver(name),
      }
    case 'diagnosis':
      return {
        path: `${path}/diagnoses`,
        field: 'text',
        title: trayWords.diagnosisTitle,
        label: trayWords.diagnosisTitle,
        hint: trayWords.diagnosisHint,
        act: trayWords.keepDiagnosis,
        done: trayWords.diagnosisKept,
      }
    case 'stand_down':
      return {
        path: `${alarmPath}/stand-down`,
        field: 'outcome',
        title: trayWords.standDownTitle(alarm),
        label: trayWords.outcomeWords,
        hint: trayWords.standDownHint(name),
        act: trayWords.standDown,
        done: trayWords.stoodDown(alarm),
      }
    case 'outcome': {
      const raisers = escalation?.missing.members.map(member => firstName(member.name)).join(', ') ?? ''
      return { path: `${alarmPath}/outcome`, field: 'outcome', ...words.outcome, hint: words.outcome.hint(raisers) }
    }
    case 'take_alarm': {
      const { title, hint } = words.takeAlarm
      return {
        path: `${alarmPath}/take`,
        field: 'reason',
        ...words.takeAlarm,
        title: title(champion),
        hint: hint(champion),
      }
    }
    case 'look_after': {
      const stalled = issue.stalls.at(-1)?.handoff ?? handoff?.id
      const title = words.lookAfter.title(name)
      return { path: `${path}/handoffs/${stalled}/looked-after`, field: 'how', ...words.lookAfter, title }
    }
    case 'decline_cover': {
      const cover = covers.find(({ state }) => state === 'asked') ?? covers.find(({ state }) => state !== 'over')
      return {
        path: `/covers/${cover?.id}/decline`,
        field: 'suggestion',
        body: { issues: [number] },
        mayBeEmpty: true,
        ...words.declineCover,
      }
    }
    case 'refuse_cannot_fix': {
      const asker = issue.cannotFix ? firstName(issue.cannotFix.askedBy.name) : ''
      const hint = words.refuseCannotFix.hint(asker)
      return { path: `${path}/resolution/cannot-fix/refuse`, field: 'why', ...words.refuseCannotFix, hint }
    }
    case 'tell_owner': {
      const said = {
        title: words.tellOwner.title(owner),
        label: words.tellOwner.label,
        hint: words.tellOwner.hint(owner),
      }
      return {
        path: `${path}/tell`,
        field: 'words',
        ...words.tellOwner,
        ...said,
        act: words.tellOwner.act(owner),
        done: words.tellOwner.done(owner),
      }
    }
    case 'spam':
      return may.includes('mark_spam') ? { path: `${path}/spam`, field: 'why', ...words.spam } : null
    default:
      return null
  }
}

function ofOne(mode: Exclude<Mode, string>, issue: IssueAnswer, { name }: Names): OneText | null {
  const { number, assists, concessions, checklist } = issue
  const path = `/issues/${number}`
  const whoOf = (id: number): string => {
    const assist = assists.find(other => other.id === id)
    return firstName(assist?.assistant?.name ?? '')
  }
  const concession = (id: number) => {
    const found = concessions.find(other => other.id === id)
    return {
      what: found ? `${worthOf(found.worth)} ${panelWords.concessions.kinds[found.kind]}` : '',
      by: found ? firstName(found.by.name) : '',
    }
  }
  if ('introduce' in mode) {
    const [who, ask] = [whoOf(mode.introduce), assists.find(({ id }) => id === mode.introduce)?.ask ?? '']
    return {
      path: `${path}/assists/${mode.introduce}/introduce`,
      field: 'message',
      begin: words.introduce.letter(issue.customer.name, who, ask),
      title: words.introduce.title(who, name),
      label: words.introduce.label(name),
      hint: words.introduce.hint(who),
      act: words.introduce.act(who),
      done: words.introduce.done(who, name),
    }
  }
  if ('withdraw' in mode)
    return {
      path: `${path}/assists/${mode.withdraw}/withdraw`,
      field: 'message',
      ...words.withdraw,
      title: words.withdraw.title(whoOf(mode.withdraw)),
      label: words.withdraw.label(name, whoOf(mode.withdraw)),
    }
  if ('refuse' in mode) {
    const { what, by } = concession(mode.refuse)
    const { title, hint } = words.refuse
    const said = { ...words.refuse, title: title(what), hint: hint(by) }
    return { path: `${path}/concessions/${mode.refuse}/refuse`, field: 'why', ...said }
  }
  if ('review' in mode) {
    const title = words.review.title(concession(mode.review).what)
    return { path: `${path}/concessions/${mode.review}/review`, field: 'learned', ...words.review, title }
  }
  if ('excuse' in mode) {
    const label = checklist.find(({ lesson }) => lesson === mode.excuse)?.says ?? ''
    return { path: `${path}/checklist/${mode.excuse}`, field: 'excuse', ...words.excuse, label }
  }
  return null
}
