import type { HandoffAnswer, IssueAnswer } from '../../../../src/contract/answers.ts'

/** The steps from hand to hand, in their order. */
export const steps = ['understood', 'brief', 'whom', 'readBack', 'introduce', 'met'] as const
export type Step = (typeof steps)[number]

/** Where a hand-off stands: a new one is made out step by step, an offered one goes its way. */
export type Stage = { now: Step; handoff: HandoffAnswer | null }

/** `briefed`: the brief of a new one is written. */
export function stageOf({ handoff, diagnoses, may }: IssueAnswer, briefed: boolean): Stage {
  switch (handoff?.state) {
    case 'offered':
      return { now: 'readBack', handoff }
    case 'accepted':
    case 'live':
      return { now: 'introduce', handoff }
    case 'introduced':
      return { now: 'met', handoff }
    case 'met':
      // Whoever received it may hand it on; for everybody else this one is what there is to see.
      if (!may.includes('offer')) return { now: 'met', handoff }
  }
  if (diagnoses.length === 0) return { now: 'understood', handoff: null }
  return { now: briefed ? 'whom' : 'brief', handoff: null }
}

export const isDone = (step: Step, { now, handoff }: Stage): boolean =>
  handoff?.state === 'met' || steps.indexOf(step) < steps.indexOf(now)
