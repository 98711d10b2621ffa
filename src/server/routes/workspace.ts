import { z } from 'zod'
import { ScheduleAnswer, WorkspaceAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { id } from '../../contract/values.ts'
import { addOverride, putSchedule, readSchedules, removeOverride, removeSchedule } from '../../desk/schedules.ts'
import { changeWorkspace, readWorkspace } from '../../desk/workspace.ts'
import { route } from '../route.ts'

const ofSchedule = z.strictObject({ id })
const schedules = z.array(ScheduleAnswer)
const evenings = {
  name: 'Evenings',
  zone: 'Europe/Madrid',
  rotation: ['0d5e3a52-6c1f-4bb4-9d5c-3f3a4b1c2d3e', '5b1f0a3e-9d5c-4bb4-8c1f-2a523f3a4b1c'],
  handover: { weekday: 1 as const, time: '17:00' },
}

export const workspaceRoutes = [
  route({
    method: 'GET',
    path: '/workspace',
    who: 'admin',
    says: 'Tells what the workspace decided for itself: its name and address, opening hours, limits, and escalation path.',
    answer: WorkspaceAnswer,
    do: async ({ desk }) => ({ answer: await readWorkspace(desk) }),
  }),
  route({
    method: 'POST',
    path: '/workspace',
    who: 'admin',
    says: 'Changes what the workspace decides for itself; what is not named stays as it is. On record (Rules 12, 23 and 24).',
    body: asked.changeWorkspace,
    example: {
      path: {
        name: 'Lighthouse',
        rungs: [
          { who: { schedule: '7c1e5f0a-3e9d-4c4b-b48c-1f2a523f3a4b' }, minutes: 15 },
          { who: { member: '0d5e3a52-6c1f-4bb4-9d5c-3f3a4b1c2d3e' }, minutes: 30 },
        ],
      },
      policy: { answerMinutes: 120 },
    },
    answer: WorkspaceAnswer,
    refusals: ['no_seat', 'no_such_member', 'no_such_schedule', 'same_address'],
    do: ({ desk, caller, body }) => changeWorkspace(desk, caller, body),
  }),
  route({
    method: 'GET',
    path: '/schedules',
    who: 'member',
    says: 'Tells who is on call, now and in the two weeks ahead, by schedule; and when nobody is (Rule 24).',
    answer: schedules,
    do: async ({ desk }) => ({ answer: await readSchedules(desk) }),
  }),
  route({
    method: 'POST',
    path: '/schedules',
    who: 'admin',
    says: 'Sets up a schedule of who is on call: a rotation that hands over every week or every day (Rule 24). Answers with all of them.',
    body: asked.putSchedule,
    example: evenings,
    answer: schedules,
    status: 201,
    refusals: ['name_taken', 'no_seat', 'no_such_member'],
    do: ({ desk, caller, body }) => putSchedule(desk, caller, null, body),
  }),
  route({
    method: 'POST',
    path: '/schedules/:id',
    who: 'admin',
    says: 'Changes a schedule as a whole; its overrides stay (Rule 24).',
    params: ofSchedule,
    body: asked.putSchedule,
    example: evenings,
    answer: schedules,
    refusals: ['name_taken', 'no_seat', 'no_such_member'],
    faults: ['not_found'],
    do: ({ desk, caller, params, body }) => putSchedule(desk, caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/schedules/:id/remove',
    who: 'admin',
    says: 'Removes a schedule that the escalation path does not call (Rule 24).',
    params: ofSchedule,
    body: asked.removeSchedule,
    answer: schedules,
    refusals: ['schedule_in_use'],
    faults: ['not_found'],
    do: ({ desk, caller, params }) => removeSchedule(desk, caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/schedules/:id/overrides',
    who: 'supervisor',
    says: 'Gives somebody else the turn for a while (Rule 24).',
    params: ofSchedule,
    body: asked.addOverride,
    example: {
      member: '0d5e3a52-6c1f-4bb4-9d5c-3f3a4b1c2d3e',
      from: '2026-12-24T16:00:00Z',
      until: '2026-12-26T16:00:00Z',
    },
    answer: schedules,
    status: 201,
    refusals: ['ends_first', 'no_seat', 'no_such_member', 'overrides_overlap'],
    faults: ['not_found'],
    do: ({ desk, caller, params, body }) => addOverride(desk, caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/schedules/:id/overrides/:override/remove',
    who: 'supervisor',
    says: 'Takes an override back: the turn is whose it was (Rule 24).',
    params: ofSchedule.extend({ override: id }),
    body: asked.removeSchedule,
    answer: schedules,
    faults: ['not_found'],
    do: ({ desk, caller, params }) => removeOverride(desk, caller, params.id, params.override),
  }),
]
