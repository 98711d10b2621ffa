import { randomUUIDv7 } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Desk } from '../../desk/desk.ts'
import { readNow } from '../../store/now.ts'

/** A mail as it came in. `sourceKey`: where it was fetched from, so that fetching it again is the same mail. */
export type RawMail = {
  via: 'smtp' | 'imap'
  sourceKey: string | null
  envelopeFrom: string
  envelopeTo: readonly string[]
  raw: Uint8Array | Readable
}

/** Stores a mail durably, byte for byte. Only after this may it be acknowledged; a job reads it then. */
export async function keepMail(desk: Desk, { via, sourceKey, envelopeFrom, envelopeTo, raw }: RawMail): Promise<void> {
  const { hash, size } = await desk.files.put(raw)
  const now = await readNow(desk.database, desk.workspace)
  await desk.database.query({
    name: 'keep_mail',
    text: `insert into inbound_mail (
        workspace_id, inbound_id, received_at, via, source_key, envelope_from, envelope_to, hash, size, state
      )
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting')
      on conflict (workspace_id, source_key) do nothing`,
    values: [desk.workspace, randomUUIDv7(), now, via, sourceKey, envelopeFrom, envelopeTo, hash, size],
  })
}
