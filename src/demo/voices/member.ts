import type { MemberId } from '../../core/context.ts'
import { claim, takeOver } from '../../desk/ownership.ts'
import type { PersonName } from '../company.ts'
import type { Pen } from '../script.ts'
import { issueOf, memberOf, type Stage } from '../stage.ts'
import { alarming } from './alarm.ts'
import { arranging } from './arranging.ts'
import { handingOver } from './handing-over.ts'
import { helping } from './helping.ts'
import { learning } from './learning.ts'
import { resolving } from './resolving.ts'
import { doing, doingApart } from './scene.ts'
import { talking } from './talking.ts'

/** What one person of the company does in a story. Each verb is a function of the desk. */
export type MemberVoice = ReturnType<typeof memberVoice>

export function memberVoice(me: PersonName, pen: Pen) {
  const does = doing(me, pen)
  const apart = doingApart(me, pen)
  return {
    me,
    /** Of those on shift, it is their turn to be given what arrives next (Rule 2). */
    isNext: () =>
      pen(`${me} is next`, async stage => {
        await giveTurn(stage, memberOf(stage, me))
        return { answer: null }
      }),
    /** Makes it theirs, unless the intake has given it to them already (Rule 2). */
    takes: () =>
      does('takes it', async (desk, by, number, { stage, thread }) => {
        const answer = await issueOf(stage, thread)
        return answer.owner.id === memberOf(stage, me) ? { answer } : claim(desk, by, number)
      }),
    takesOver: (reason: string) => does('takes over', (desk, by, number) => takeOver(desk, by, number, { reason })),
    ...talking(does),
    ...handingOver(does),
    ...helping(does),
    ...resolving(does),
    ...alarming(does),
    ...learning(does, apart),
    ...arranging(me, does, apart),
  }
}

/** Whoever was given one longest ago is next. */
async function giveTurn({ desk }: Stage, member: MemberId): Promise<void> {
  await desk.database.query(
    `insert into intake_turn (workspace_id, member_id, given_at)
    select $1, m.member_id, case when m.member_id = $2 then 'epoch'::timestamptz else 'epoch'::timestamptz + interval '1 day' end
    from member m
    where m.workspace_id = $1 and m.role <> 'colleague'
    on conflict (workspace_id, member_id) do update
    set given_at = case when excluded.member_id = $2 then excluded.given_at else intake_turn.given_at end`,
    [desk.workspace, member],
  )
}
