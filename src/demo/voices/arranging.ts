import type { Instant } from '../../core/time/instant.ts'
import { acceptCover, readCovers } from '../../desk/covers.ts'
import { callInSick, goAway } from '../../desk/going-away.ts'
import type { PersonName } from '../company.ts'
import { memberOf } from '../stage.ts'
import type { Does, DoesApart } from './scene.ts'

/** Who is away, and who keeps their promises meanwhile (Rule 15). */
export const arranging = (me: PersonName, does: Does, apart: DoesApart) => ({
  goesAway: (from: Instant, until: Instant, cover: PersonName | null = null) =>
    apart('goes away', (desk, by, stage) =>
      goAway(desk, by, memberOf(stage, me), { from, until, cover: cover && memberOf(stage, cover) }),
    ),
  /** Says yes to the first that asks. */
  covers: () =>
    apart('covers', async (desk, by, stage) => {
      const asking = (await readCovers(desk, memberOf(stage, me))).find(({ issues }) =>
        issues.some(({ state }) => state === 'asked'),
      )
      if (!asking) throw new Error(`Nobody asks ${me} to cover anything.`)
      return acceptCover(desk, by, asking.id, { issues: null })
    }),
  /** Somebody else is ill; the issue of the story is looked after by whom they name, and the rest waits (Scenario 38). */
  hearsThatIll: (who: PersonName, until: Instant, cover: PersonName) =>
    does(`hears that ${who} is ill`, (desk, by, issue, { stage }) =>
      callInSick(desk, by, memberOf(stage, who), { until, covers: [{ issue, cover: memberOf(stage, cover) }] }),
    ),
})
