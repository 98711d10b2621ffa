import type { Instant } from '../../core/time/instant.ts'
import { acceptAssist, askAssist, returnAssist, touchAssist } from '../../desk/assists.ts'
import type { Caller, Desk } from '../../desk/desk.ts'
import { giveKudos } from '../../desk/kudos.ts'
import type { PersonName } from '../company.ts'
import { issueOf, memberOf } from '../stage.ts'
import { type Does, messageThatBegins, type Receiver, type Scene, whom } from './scene.ts'

/** Help for a customer without moving ownership, and thanks for it (Rules 16 and 30). */
export const helping = (does: Does) => ({
  /** Asks somebody to help, for the customer. Without a time they have a business day. */
  asks: (of: Receiver, ask: string, due: Instant | null = null) =>
    does('asks for help', (desk, by, number, { stage }) =>
      askAssist(desk, by, number, { of: whom(stage, of), ask, due }),
    ),
  /** Opens the signed link of the mail that asked them, and takes it on. */
  takesOnByLink: () =>
    does('takes the assist on', async (desk, by, number, scene) =>
      acceptAssist(desk, byLink(by), { number, id: await lastAssist(scene) }),
    ),
  /** Says by the link how it goes. */
  saysByLink: (note: string) =>
    does('says how it goes', async (desk, by, number, scene) =>
      touchAssist(desk, byLink(by), { number, id: await lastAssist(scene) }, { note, moved: true }),
    ),
  /** Returns what came of it. */
  returns: (result: string) => giveBack(does, true, result),
  /** Returns it and says plainly that they can't. */
  canNot: (result: string) => giveBack(does, false, result),
  /** Thanks a colleague for the moment that begins with these words. */
  thanks: (whose: PersonName, begin: string, words: string) =>
    does('thanks', async (desk: Desk, by: Caller, number: number, scene: Scene) => {
      const message = await messageThatBegins(scene, begin)
      return giveKudos(desk, by, { issue: number, for: memberOf(scene.stage, whose), message, words })
    }),
})

const byLink = (by: Caller): Caller => ({ ...by, from: 'link' })

const giveBack = (does: Does, moved: boolean, result: string) =>
  does(moved ? 'returns the assist' : 'can not', async (desk, by, number, scene) =>
    returnAssist(desk, by, { number, id: await lastAssist(scene) }, { moved, result }),
  )

async function lastAssist({ stage, thread }: Scene): Promise<number> {
  const last = (await issueOf(stage, thread)).assists.at(-1)
  if (!last) throw new Error('Nobody was asked for help.')
  return last.id
}
