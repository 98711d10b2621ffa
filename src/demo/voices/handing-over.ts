import type { DeclineReason } from '../../core/handoff/handoff.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Caller, Desk } from '../../desk/desk.ts'
import * as handoffs from '../../desk/handoffs.ts'
import { callHuddle, settleHuddle } from '../../desk/huddles.ts'
import type { PersonName } from '../company.ts'
import { issueOf, memberOf } from '../stage.ts'
import { type Does, type Receiver, refused, running, type Scene, whom } from './scene.ts'

export type Brief = { problem: string; tried: string; why: string; asked: string; told: string; callback?: string }

/** From hand to hand (Rules 6 to 11). */
export const handingOver = (does: Does) => ({
  offers: (to: Receiver, brief: Brief) =>
    does('offers', (desk, by, number, { stage }) => offer(desk, by, number, { to: whom(stage, to), brief })),
  /** Offers where it has been before, and is refused: a circle (Rule 11). */
  offersInCircle: (to: Receiver, brief: Brief) =>
    does('offers in a circle', (desk, by, number, { stage }) =>
      refused('circle', offer(desk, by, number, { to: whom(stage, to), brief })),
    ),
  callsHuddle: (to: Receiver) =>
    does('calls a huddle', (desk, by, number, { stage }) => callHuddle(desk, by, number, { with: whom(stage, to) })),
  /** The huddle has settled who owns it, and why (Rule 11). */
  settles: (owner: PersonName, why: string) =>
    does('settles the huddle', (desk, by, number, { stage }) =>
      settleHuddle(desk, by, number, { owner: memberOf(stage, owner), why, message: null, channel: 'email' }),
    ),
  accepts: (readBack: string, nextStep: string, due: Instant) =>
    does('accepts', async (desk, by, number, scene) =>
      handoffs.acceptHandoff(desk, by, number, await lastHandoff(scene), { readBack, nextStep, due, moves: [] }),
    ),
  declines: (reason: DeclineReason, suggestion: string | null = null) =>
    does('declines', async (desk, by, number, scene) =>
      handoffs.declineHandoff(desk, by, number, await lastHandoff(scene), { reason, suggestion }),
    ),
  withdraws: (message: string | null = null) =>
    does('withdraws', async (desk, by, number, scene) =>
      handoffs.withdrawHandoff(desk, by, number, await lastHandoff(scene), { message }),
    ),
  introduces: (message: string) =>
    does('introduces', async (desk, by, number, scene) =>
      handoffs.introduceHandoff(desk, by, number, await lastHandoff(scene), { message, keeps: 'all' }),
    ),
  /** Has the customer on the phone, and calls the receiver in (Rule 9). */
  introducesOnThePhone: () =>
    does('introduces on the phone', async (desk, by, number, scene) => {
      const live = { live: true as const, channel: 'phone' as const, keeps: [] }
      return handoffs.introduceHandoff(desk, by, number, await lastHandoff(scene), live)
    }),
  /** All three of us are on the line (Rule 9). */
  isOnTheLine: () =>
    does('is on the line', async (desk, by, number, scene) =>
      handoffs.sayPresent(desk, by, number, await lastHandoff(scene)),
    ),
  /** The customer dropped out of the line (Rule 9). */
  losesThem: () =>
    does('loses the customer', async (desk, by, number, scene) =>
      handoffs.reportDisconnect(desk, by, number, await lastHandoff(scene)),
    ),
  greets: (message: string) =>
    does('greets', async (desk, by, number, scene) => {
      const keeps = await running(scene, 'answers')
      return handoffs.greetHandoff(desk, by, number, await lastHandoff(scene), { message, keeps, promise: null })
    }),
})

const offer = (desk: Desk, by: Caller, number: number, { to, brief }: { to: ReturnType<typeof whom>; brief: Brief }) =>
  handoffs.offerHandoff(desk, by, number, { to, brief: { diagnosis: null, callback: null, ...brief } })

async function lastHandoff({ stage, thread }: Scene): Promise<number> {
  const { handoff } = await issueOf(stage, thread)
  if (!handoff) throw new Error('Nothing has been offered to anybody.')
  return handoff.id
}
