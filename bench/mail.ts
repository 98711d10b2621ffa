import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { startEmail } from '../src/channels/email/start.ts'
import type { Database } from '../src/store/database.ts'
import { openFiles } from '../src/store/files.ts'
import { type Figure, figure } from './figures.ts'
import { setScene } from './scene.ts'

const mails = 1500
const senders = 8

/** Mails taken in a second by real SMTP: acknowledged (stored durably), and turned into owned issues. */
export async function benchMail(server: string): Promise<Figure[]> {
  const scene = await setScene(server)
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'))
  const desk = {
    database: scene.database,
    workspace: 1,
    files: await openFiles(folder),
    url: 'http://localhost',
    secrets: { links: Buffer.alloc(32, 1), addresses: Buffer.alloc(32, 2) },
    demo: false,
    testClock: false,
    mail: 'local' as const,
  }
  const listen = { host: '127.0.0.1', port: 0 }
  const email = await startEmail(desk, { listen, imap: null, smtp: null }, line => console.error(line))
  const transport = createTransport({ host: '127.0.0.1', port: email.port ?? 0, pool: true, maxConnections: senders })
  try {
    const begin = performance.now()
    let next = 0
    const sender = async (): Promise<void> => {
      for (let mail = next++; mail < mails; mail = next++)
        await transport.sendMail({
          from: senderOf(mail),
          to: 'support@bench.example',
          subject: `Charged twice, ${mail}`,
          text: 'It has happened again, as every month since June.\n'.repeat(10),
        })
    }
    await Promise.all(Array.from({ length: senders }, sender))
    const accepted = mails / ((performance.now() - begin) / 1000)
    while ((await waiting(scene.database)) > 0) await after(20)
    const taken = mails / ((performance.now() - begin) / 1000)
    return [
      figure('mails acknowledged by SMTP, 8 senders', accepted, 'a second'),
      figure('mails turned into owned issues', taken, 'a second'),
    ]
  } finally {
    transport.close()
    await email.stop()
    await scene.drop()
    await rm(folder, { recursive: true, force: true })
  }
}

const firstNames = ['Ana', 'Mei', 'Yusuf', 'Ingrid', 'Kwame', 'Lucía', 'Tomasz', 'Aiko', 'Fatima', 'Oskar', 'Nadia']
const lastNames = [
  'Ruiz',
  'Tanaka',
  'Demir',
  'Berg',
  'Mensah',
  'Ferrer',
  'Nowak',
  'Sato',
  'Haddad',
  'Lind',
  'Benali',
  'Eze',
]

/** Strangers as they come: names that are like each other's, five to a house. */
function senderOf(mail: number): string {
  const [first, last] = [firstNames[mail % firstNames.length], lastNames[(mail >> 2) % lastNames.length]]
  return `${first} ${last} ${mail} <${first?.toLowerCase()}${mail}@house${Math.floor(mail / 5)}.example>`
}

async function waiting(database: Database): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::integer as count from inbound_mail where state = 'waiting'`,
  )
  return rows[0]?.count ?? 0
}
