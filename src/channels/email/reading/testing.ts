import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type LegibleMail, type ReadMail, type ReadOptions, readMail } from './read.ts'

const project = path.resolve(import.meta.dirname, '../../../..')

/** Mails of other projects, which are not ours to pass on: null in a clone that came without them. */
export function foreignMails(): string | null {
  const folder = path.resolve(project, process.env.BATON_TEST_DATA ?? '../shared/data', 'mail')
  if (existsSync(folder)) return folder
  console.warn(
    `\nNO TEST DATA at ${folder}: real mails are not read in this run. BATON_TEST_DATA says where they are.\n`,
  )
  return null
}

/** Every file in a folder, by its path in it, sorted. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== 'LICENSE')
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()

/** The mails that we wrote ourselves, one for each kind. */
export const ownMails = path.join(project, 'test/mails')

/** Reads one of them. `.eml` files are kept with the line breaks of text; mail has CR and LF. */
export function readOwn(name: string, options?: ReadOptions): Promise<ReadMail> {
  return readMail(asMail(readFileSync(path.join(ownMails, name))), options)
}

/** Text with the line breaks of mail; bytes beyond ASCII stay as they are. */
export const asMail = (text: string | Uint8Array): Buffer =>
  Buffer.from(Buffer.from(text).toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1')

/** What a mail must be when a test goes on with it. */
export function legible(mail: ReadMail): LegibleMail {
  if ('unreadable' in mail) throw new Error(`Unreadable: ${mail.unreadable}`)
  return mail
}

/** A small mail around a body. */
export async function readBodyOf(body: string, header: Readonly<Record<string, string>> = {}): Promise<LegibleMail> {
  const fields = { From: 'Ana Ruiz <ana@example.org>', To: 'support@desk.example', Subject: 'Re: Help', ...header }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`)
  return legible(await readMail(asMail(`${lines.join('\n')}\n\n${body}`)))
}
