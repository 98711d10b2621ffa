import { moveClock } from '../../clock/move.ts'
import { ClockAnswer, WatchDatesAnswer, WhenAnswer } from '../../contract/answers.ts'
import * as asked from '../../contract/commands.ts'
import { readWatchDates } from '../../desk/watch-dates.ts'
import { readWhen } from '../../desk/when.ts'
import { isFromHere } from '../peers.ts'
import { fault } from '../problems.ts'
import { route } from '../route.ts'

export const timeRoutes = [
  route({
    method: 'GET',
    path: '/when',
    who: 'member',
    says: 'Reads a time in words, like "in 2 business hours" (Rule 12).',
    query: asked.when,
    answer: WhenAnswer,
    do: async ({ desk, query }) => ({ answer: await readWhen(desk, query.text, query.zone) }),
  }),
  route({
    method: 'GET',
    path: '/when/dates',
    who: 'member',
    says: 'Reads the dates of a watch in words, like "on the 1st of each of the next three months" (Rule 20).',
    query: asked.whenDates,
    answer: WatchDatesAnswer,
    do: async ({ desk, query }) => ({ answer: await readWatchDates(desk, query.text) }),
  }),
  route({
    method: 'POST',
    path: '/clock',
    who: 'seat',
    says: "Moves the server's time forward, settling what falls due on the way; only with BATON_TEST_CLOCK=1, from this machine.",
    body: asked.moveClock,
    example: { now: '2026-11-27T11:00:00+01:00' },
    answer: ClockAnswer,
    faults: ['not_found', 'time_passed'],
    do: async ({ desk, body, request }) => {
      if (!desk.testClock || !isFromHere(request)) return { missing: 'Time can not be moved here.' }
      const now = await moveClock(desk, body.now)
      if (now) return { answer: { now } }
      const detail = `It is later than ${body.now} already.`
      return { problem: fault('time_passed', detail, 'Name a time that is still ahead.') }
    },
  }),
]
