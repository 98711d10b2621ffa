import fc from 'fast-check'
import type { Command } from '../../../src/core/commands.ts'
import { asMember, later, receiverOf, theDesk } from '../world.ts'
import { act, asOwner, back, due, oneOf, plain, to } from './act.ts'

const assistSteps = ['accept', 'decline', 'touch', 'return', 'withdraw', 'introduce'] as const
type AssistStep = (typeof assistSteps)[number]

/** Work that is asked of others, for the customer (Rule 16). */
export const assistActs = {
  ask_assist: act({
    weight: 2,
    said: fc.record({ of: to, due }),
    by: asOwner,
    asks: (said, { now }) => ({ type: 'AskAssist', of: receiverOf(said.of), ask: 'w:ask', due: later(now, said.due) }),
  }),
  /** `back`: of the last assist, the one before it, and so on. */
  assist: act({
    weight: 5,
    said: fc.record({
      back,
      step: fc.constantFrom<AssistStep[]>(...assistSteps),
      moved: fc.boolean(),
      says: fc.boolean(),
    }),
    by: (sight, said) => {
      const assist = sight.issue.assists.at(-said.back)
      if (!assist || said.step === 'withdraw' || said.step === 'introduce') return asOwner(sight)
      if ('assistant' in assist && assist.assistant) return asMember(assist.assistant)
      return asMember(oneOf(assist.of, sight.world))
    },
    asks: (said, { issue }) => commandOf(said, issue.assists.at(-said.back)?.id ?? 99),
  }),
  /** The mail that tells of it comes back. */
  assist_bounce: plain(
    1,
    () => theDesk,
    ({ issue, world }) => {
      const assist = issue.assists.at(-1)
      const to = assist ? oneOf(assist.of, world) : 'olu'
      return { type: 'ReportAssistBounce', assist: assist?.id ?? 99, to }
    },
  ),
}

function commandOf(
  { step, moved, says }: { step: AssistStep; moved: boolean; says: boolean },
  assist: number,
): Command {
  switch (step) {
    case 'accept':
      return { type: 'AcceptAssist', assist }
    case 'decline':
      return { type: 'DeclineAssist', assist, reason: 'w:reason' }
    case 'touch':
      return { type: 'TouchAssist', assist, note: 'w:note', moved }
    case 'return':
      return { type: 'ReturnAssist', assist, moved, result: 'w:result' }
    case 'withdraw':
      return { type: 'WithdrawAssist', assist, message: says ? 'w:word' : null }
    case 'introduce':
      return { type: 'IntroduceAssistant', assist, message: 'w:introduction', keeps: [] }
  }
}
