import type { EventAnswer, IssueAnswer } from '../../src/contract/answers.ts'
import type { Ms, Naming } from './history.ts'

/** The alarm's light, from raised to stood down (`to` null: still lit). */
export type Alarm = {
  from: Ms
  answeredAt: Ms | null
  champion: string | null
  to: Ms | null
  /** Each time that somebody was called, and who. */
  calls: { at: Ms; names: string[] }[]
}
/** Help that was asked of somebody, until it came back (`back` null: it is out). */
export type Errand = { id: number; to: string; hue: number; at: Ms; back: { at: Ms; how: ErrandEnd } | null }
export type ErrandEnd = 'moved' | 'not_moved' | 'silent' | 'declined' | 'withdrawn'
/** People who came together to settle whose it is (`settledAt` null: not yet, or not any more). */
export type Huddled = { at: Ms; names: string[]; settledAt: Ms | null; owner: string | null }

const calls = ['RungCalled', 'LastResortCalled']

export function readAlarms(issue: IssueAnswer, events: readonly EventAnswer[], nameOf: Naming): Alarm[] {
  const alarms: Alarm[] = []
  for (const { type, at, by, data } of events) {
    const open = alarms.at(-1)
    if (type === 'EscalationRaised')
      alarms.push({ from: Date.parse(at), answeredAt: null, champion: null, to: null, calls: [] })
    if (calls.includes(type)) open?.calls.push({ at: Date.parse(at), names: namesIn(data.called, nameOf) })
    if (type === 'EscalationAcknowledged' && open) {
      open.answeredAt = Date.parse(at)
      open.champion = by.kind === 'member' ? by.name : null
    }
    if (type === 'EscalationStoodDown' && open) open.to = Date.parse(at)
  }
  const { escalation } = issue
  if (escalation && alarms.length === 0 && escalation.state !== 'stood_down') {
    const champion = escalation.champion?.name ?? null
    alarms.push({ from: Date.parse(escalation.at), answeredAt: null, champion, to: null, calls: [] })
  }
  return alarms
}

const namesIn = (ids: unknown, nameOf: Naming): string[] =>
  Array.isArray(ids) ? ids.map(id => nameOf(String(id)).name) : []

export function errandOf({ id, of, assistant, askedAt, state, end }: IssueAnswer['assists'][number]): Errand {
  const person = assistant ?? ('member' in of ? of.member : null)
  const to = 'team' in of ? of.team.name : of.member.name
  const how = state === 'returned' ? (end?.moved ? 'moved' : 'not_moved') : endsOfErrands[state]
  return {
    id,
    to,
    hue: person?.hue ?? 0,
    at: Date.parse(askedAt),
    back: end && how ? { at: Date.parse(end.at), how } : null,
  }
}

const endsOfErrands: Readonly<Record<string, ErrandEnd>> = {
  silent: 'silent',
  declined: 'declined',
  withdrawn: 'withdrawn',
}

export function readHuddles(events: readonly EventAnswer[], nameOf: Naming): Huddled[] {
  const huddles: Huddled[] = []
  for (const { type, at, data } of events) {
    if (type === 'HuddleCalled') {
      const names = namesIn([data.giver, data.receiver, data.third].filter(Boolean), nameOf)
      huddles.push({ at: Date.parse(at), names, settledAt: null, owner: null })
    }
    const open = huddles.at(-1)
    if (type === 'HuddleSettled' && open) {
      open.settledAt = Date.parse(at)
      open.owner = nameOf(String(data.owner)).name
    }
  }
  return huddles
}
