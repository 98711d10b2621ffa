import type { Taking } from './taking.ts'

/** The automatic mails that one address gets in an hour, as the last net against loops. */
const automaticMailsAnHour = 5

/** Whether an address has got as many automatic mails as it may for now. */
export async function hasHadEnough({ desk, connection, now }: Taking, address: string): Promise<boolean> {
  const { rows } = await connection.query<{ count: number }>(
    `select count(*)::integer as count from outbound_mail
    where workspace_id = $1 and to_address = $2 and kind <> 'message' and created_at > $3::timestamptz - interval '1 hour'`,
    [desk.workspace, address, now],
  )
  return (rows[0]?.count ?? 0) >= automaticMailsAnHour
}
