import type { ConcessionKind } from '../../core/escalation/limit.ts'
import { approveConcession, grantConcession } from '../../desk/concessions.ts'
import { acknowledgeEscalation, raiseEscalation, standDownEscalation, tellOutcome } from '../../desk/escalations.ts'
import { issueOf } from '../stage.ts'
import type { Does, Scene } from './scene.ts'

export type Alarm = { impact: string; tried: string; needed: string }

/** The Lighthouse, and what may be granted (Rules 23 to 27). */
export const alarming = (does: Does) => ({
  raises: (facts: Alarm) =>
    does('lights the Lighthouse', (desk, by, number) => raiseEscalation(desk, by, number, facts)),
  /** Answers the alarm, and is its champion. */
  acknowledges: () =>
    does('acknowledges', async (desk, by, number, scene) =>
      acknowledgeEscalation(desk, by, number, await lastAlarm(scene)),
    ),
  /** Tells those who raised it what came of it. */
  tellsOutcome: (outcome: string) =>
    does('tells the outcome', async (desk, by, number, scene) =>
      tellOutcome(desk, by, number, await lastAlarm(scene), { outcome }),
    ),
  standsDown: (outcome: string) =>
    does('stands down', async (desk, by, number, scene) =>
      standDownEscalation(desk, by, number, await lastAlarm(scene), { outcome }),
    ),
  /** Within their limit at once, above it an approval is asked for (Rule 27). */
  grants: (kind: ConcessionKind, amount: number, reason: string) =>
    does('grants', (desk, by, number) => grantConcession(desk, by, number, { kind, amount, reason })),
  /** Approves what was asked for last. */
  approves: () =>
    does('approves', async (desk, by, number, { stage, thread }) =>
      approveConcession(desk, by, number, (await issueOf(stage, thread)).concessions.at(-1)?.id ?? 0),
    ),
})

async function lastAlarm({ stage, thread }: Scene): Promise<number> {
  const { escalation } = await issueOf(stage, thread)
  if (!escalation) throw new Error('Nobody has raised an alarm.')
  return escalation.id
}
