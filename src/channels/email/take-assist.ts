import { act } from '../../desk/act.ts'
import { assistOfAddress } from '../../desk/signed.ts'
import type { Person } from '../../store/configuration.ts'
import { sayMail, storeFiles } from './incoming.ts'
import type { LegibleMail } from './reading/read.ts'
import type { Taken, Taking } from './taking.ts'

/** The assist whose mail this answers, by the token in the address that it went to; null: none. */
export function findAssist({ desk, recipients }: Taking): { number: number; assist: number } | null {
  for (const address of recipients) {
    const found = assistOfAddress(desk.secrets.addresses, address)
    if (found) return found
  }
  return null
}

/**
 * Rule 16: what somebody who is asked for an assist answers by mail is a word on how it goes, and a note with its files.
 * Their address could be forged, so it is flagged, and it neither accepts nor returns. Null when the rulebook refuses it.
 */
export async function touchByMail(
  taking: Taking,
  mail: LegibleMail,
  { number, assist }: { number: number; assist: number },
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
