import { refusal } from '../refusal.ts'
import type { Instant } from '../time/instant.ts'
import { instant } from '../time/instant.ts'

/** Promises (Rules 12 to 14): why not, and what to do instead. */
export const promiseRefusals = {
  already_due: refusal<{ due: Instant }>({
    detail: ({ due }, { time }) => `This promise fell due ${time(due)}; it can't be moved any more.`,
    remedy: () => 'Get in touch with the customer now and make it good.',
    example: { due: instant('2026-11-24T10:00:00Z') },
  }),
  no_such_promise: refusal<{ promise: number }>({
    detail: ({ promise }) => `This issue has no running promise ${promise}.`,
    remedy: () => 'Look at the issue again: it has changed.',
    example: { promise: 7 },
  }),
  promise_over: refusal<{ state: string }>({
    detail: ({ state }) => `This promise is not running any more: ${state.replace('_', ' ')}.`,
    remedy: () => 'Make a new one.',
    example: { state: 'made_good' },
  }),
}
