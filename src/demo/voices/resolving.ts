import type { Instant } from '../../core/time/instant.ts'
import { agreeCannotFix, askCannotFix } from '../../desk/cannot-fix.ts'
import { linkIssue, openCause } from '../../desk/causes.ts'
import { mergeIssues } from '../../desk/merging.ts'
import {
  closeIssue,
  confirmResolution,
  denyResolution,
  findRecurrence,
  proposeResolution,
} from '../../desk/resolution.ts'
import { readNow } from '../../store/now.ts'
import { namedOn } from '../stage.ts'
import { type Does, type Next, promised } from './scene.ts'

export type Proposal = Next & {
  wrong: string
  done: string
  holds: string
  message?: string
  /** When it is looked at again once the customer has confirmed (Rule 20). */
  watch?: { due: Instant; what: string }[]
}

/** To an end, or back again (Rules 17 to 22). */
export const resolving = (does: Does) => ({
  /** Proposes it as solved, by mail. Without another promise they ask on the fourth working day whether it has held. */
  proposes: ({ wrong, done, holds, message, watch = [], ...given }: Proposal) =>
    does('proposes', async (desk, by, number, scene) => {
      const now = await readNow(desk.database, desk.workspace)
      const next = {
        next: scene.stage.times.workdaysAfter(now, 4, '13:00'),
        what: 'I ask whether it has held',
        ...given,
      }
      const resolution = { wrong, done, holds, watch, channel: 'email' as const, message: message ?? null }
      return proposeResolution(desk, by, number, { ...resolution, ...(await promised(next, scene)) })
    }),
  hearsYes: (how: 'reply' | 'phone', words: string) =>
    does('hears yes', (desk, by, number) => confirmResolution(desk, by, number, { heard: { how, words } })),
  hearsNo: (words: string) => does('hears no', (desk, by, number) => denyResolution(desk, by, number, { words })),
  /** A look at a watched date has shown that it is back (Rule 20). */
  findsItBack: (words: string) =>
    does('finds it back', (desk, by, number) => findRecurrence(desk, by, number, { words })),
  closes: () => does('closes', (desk, by, number) => closeIssue(desk, by, number)),

  asksWhetherItCannotBeFixed: (reason: string, alternative: string) =>
    does('asks whether it can not be fixed', (desk, by, number) =>
      askCannotFix(desk, by, number, { reason, alternative }),
    ),
  agreesThatItCannotBeFixed: () =>
    does('agrees that it can not be fixed', (desk, by, number) => agreeCannotFix(desk, by, number)),

  /** Sees that it is the same as what the story told before it, and makes one of the two (Rule 22). */
  merges: () =>
    does('merges', (desk, by, number, { thread }) => {
      const into = thread.before.at(-1)
      if (into === undefined) throw new Error('The story has no other issue with which this one could be one.')
      return mergeIssues(desk, by, number, { into })
    }),
  /** Sees that others have it too, opens the cause and leads it; `called`: as the stories know it (Rule 22). */
  opensCause: (called: string, subject: string, what: string) =>
    does('opens a cause', async (desk, by, number, { stage }) => {
      const opened = await openCause(desk, by, { subject, what, issues: [number] })
      if ('answer' in opened) stage.causes.set(called, opened.answer.id)
      return opened
    }),
  seesTheCause: (called: string) =>
    does('sees the cause', (desk, by, issue, { stage }) =>
      linkIssue(desk, by, namedOn(stage.causes, called), { issue }),
    ),
})
