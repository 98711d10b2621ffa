import { act } from '../../desk/act.ts'
import { assistOfAddress } from '../../desk/signed.ts'
import type { Person } from '../../store/configuration.ts'
import { sayMail, storeFiles } from './incoming.ts'
import type { LegibleMail } from './reading/read.ts'
import type { Taken, Taking } from './taking.ts'

type OfAssist = { number: number; assist: number }

/**
 * The assist whose mail this answers: by the token in the address that it went to, or by the mail that it answers, since some
 * address books complete an answer to the address that they know. Null: none.
 */
export async function findAssist(
  { desk, connection, recipients }: Taking,
  answers: readonly string[],
): Promise<OfAssist | null> {
  for (const address of recipients) {
    const found = assistOfAddress(desk.secrets.addresses, address)
    if (found) return found
  }
  const { rows } = await connection.query<OfAssist>({
    name: 'assist_of_mail',
    text: `select o.number, o.assist_id as assist
      from unnest($2::text[]) with ordinality as a (mail_id, place)
      join outbound_mail o on o.workspace_id = $1 and o.mail_id = a.mail_id and o.assist_id is not null
      order by a.place
      limit 1`,
    values: [desk.workspace, answers],
  })
  return rows[0] ?? null
}

/**
 * Rule 16: what somebody who is asked for an assist answers by mail is a word on how it goes, and a note with its files.
 * Their address could be forged, so it is flagged, and it neither accepts nor returns. Null when the rulebook refuses it.
 */
export async function touchByMail(
  taking: Taking,
  mail: LegibleMail,
  { number, assist }: OfAssist,
  { id: author, email }: Person,
): Promise<Taken | null> {
  const { desk, connection } = taking
  const files = await storeFiles(desk, mail)
  const by = { direction: 'note', authorKind: 'member', author, flagged: true, address: email } as const
  const outcome = await act(
    desk,
    { by: { kind: 'member', id: author }, from: 'email', once: null },
    number,
    ({ draft }) => {
      const note = sayMail(draft, mail, files, by)
      // The same words under the same name: as an entry with its files, and as what the assist's event names.
      draft.words.push({ id: note, body: mail.words })
      return { type: 'TouchAssist', assist, note, moved: false }
    },
    connection,
  )
  return 'answer' in outcome ? { state: 'reply', number, why: null } : null
}
