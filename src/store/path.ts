import type { MemberId } from '../core/context.ts'
import { noPathYet, type Path, type Rung } from '../core/escalation/ladder.ts'
import type { Override, Schedule, ScheduleId } from '../core/escalation/on-call.ts'
import { type Instant, instant } from '../core/time/instant.ts'

/** An override with the id by which it can be taken back. */
export type KeptOverride = Override & { id: string }
export type KeptSchedule = Omit<Schedule, 'overrides'> & { overrides: readonly KeptOverride[] }

/** The escalation path as it is set (Rule 24). `inbox`: the address to which members write to raise an alarm. */
export type KeptPath = Omit<Path, 'schedules'> & {
  inbox: string | null
  schedules: ReadonlyMap<ScheduleId, KeptSchedule>
}

/** What `pathColumns` reads of a workspace `w`. */
export type PathRow = {
  path: {
    name: string | null
    meaning: string | null
    inbox: string | null
    lastResort: MemberId | null
    rungs: Rung[] | null
  }
  schedules: (Omit<KeptSchedule, 'from' | 'overrides'> & {
    from: string
    overrides: { id: string; member: MemberId; from: string; until: string }[]
  })[]
}

export const pathColumns = `
  jsonb_build_object(
    'name', w.path_name, 'meaning', w.path_meaning, 'inbox', w.path_inbox, 'lastResort', w.last_resort_id,
    'rungs', (
      select jsonb_agg(jsonb_build_object('minutes', r.minutes, 'who', case
        when r.member_id is not null then jsonb_build_object('kind', 'member', 'member', r.member_id)
        else jsonb_build_object('kind', 'schedule', 'schedule', r.schedule_id)
      end) order by r.rung)
      from rung r where r.workspace_id = w.workspace_id
    )
  ) as path,
  coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', s.schedule_id, 'name', s.name, 'zone', s.zone, 'from', instant(s.from_at),
      'handover', jsonb_build_object('weekday', s.weekday, 'time', s.handover_at),
      'rotation', coalesce((select jsonb_agg(t.member_id order by t.place)
        from schedule_turn t where t.workspace_id = s.workspace_id and t.schedule_id = s.schedule_id), '[]'),
      'overrides', coalesce((select jsonb_agg(jsonb_build_object(
          'id', o.override_id, 'member', o.member_id, 'from', instant(o.from_at), 'until', instant(o.until_at)
        ) order by o.from_at, o.override_id)
        from schedule_override o where o.workspace_id = s.workspace_id and o.schedule_id = s.schedule_id), '[]')
    ) order by s.name, s.schedule_id)
    from schedule s where s.workspace_id = w.workspace_id
  ), '[]') as schedules`

export function pathFrom({ path, schedules }: PathRow): KeptPath {
  const kept = schedules.map(({ from, overrides, ...schedule }) => ({
    ...schedule,
    from: instant(from),
    overrides: overrides.map(override => ({ ...override, ...stretchOf(override) })),
  }))
  return {
    name: path.name ?? noPathYet.name,
    meaning: path.meaning ?? noPathYet.meaning,
    inbox: path.inbox,
    rungs: path.rungs ?? [],
    lastResort: path.lastResort,
    schedules: new Map(kept.map(schedule => [schedule.id, schedule])),
  }
}

const stretchOf = ({ from, until }: { from: string; until: string }): { from: Instant; until: Instant } => ({
  from: instant(from),
  until: instant(until),
})
