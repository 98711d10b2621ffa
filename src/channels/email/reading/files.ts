import { clean, shortened } from './mime/charset.ts'
import { asText, readStructured } from './mime/header.ts'
import { type Part, readHeaderOf } from './mime/parts.ts'
import { decodeTransfer } from './mime/transfer.ts'

/** A file that came with a mail. `inline`: the HTML shows it in its text (by `cid:`), so no list needs to name it again. */
export type MailFile = {
  name: string
  contentType: string
  content: Uint8Array
  contentId: string | null
  inline: boolean
}

/** The name that a part gives itself, in either of the two places; null when it has none. */
export function fileNameOf({ header, contentType }: Part): string | null {
  const disposition = readStructured(header.first('content-disposition') ?? '')
  const name = disposition.parameters.get('filename') ?? contentType.parameters.get('name') ?? ''
  return plainFileName(name)
}

/** A part as a file, as it is: no alternative of a text, whatever it claims to be. */
export function fileOf(part: Part): MailFile {
  const content = decodeTransfer(part.body, part.header.first('content-transfer-encoding') ?? '')
  return {
    name: fileNameOf(part) ?? nameFor(part.type, content),
    contentType: part.type,
    content,
    contentId: contentIdOf(part),
    inline: false,
  }
}

/** What of a name may reach a disk or a screen: no folders, no control characters, nothing that reverses its reading. */
export function plainFileName(name: string): string | null {
  const base =
    clean(name)
      .replace(/[\t\r\n]+/g, ' ')
      .split(/[\\/]/)
      .at(-1) ?? ''
  const plain = base
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/^\.+/, '')
    .trim()
  if (plain.length <= 200) return plain === '' ? null : plain
  const ending = /\.[^.]{1,12}$/.exec(plain)?.[0] ?? ''
  return shortened(plain, 200 - ending.length) + ending
}

function contentIdOf({ header }: Part): string | null {
  const id = (header.first('content-id') ?? '').trim().replace(/^<|>$/g, '')
  return id === '' ? null : shortened(id, 500)
}

const usualEndings: Readonly<Record<string, string>> = {
  'application/ms-tnef': 'winmail.dat',
  'application/pdf': 'document.pdf',
  'application/pgp-signature': 'signature.asc',
  'application/pkcs7-mime': 'smime.p7m',
  'application/pkcs7-signature': 'smime.p7s',
  'application/zip': 'archive.zip',
  'image/gif': 'image.gif',
  'image/jpeg': 'image.jpg',
  'image/jpg': 'image.jpg',
  'image/png': 'image.png',
  'message/delivery-status': 'delivery-status.txt',
  'message/disposition-notification': 'receipt.txt',
  'message/feedback-report': 'feedback-report.txt',
  'text/calendar': 'invitation.ics',
  'text/html': 'page.html',
  'text/plain': 'text.txt',
  'text/rfc822-headers': 'headers.txt',
  'text/vcard': 'contact.vcf',
  'text/x-vcard': 'contact.vcf',
}

function nameFor(type: string, content: Uint8Array): string {
  if (type === 'message/rfc822') {
    const subject = asText(readHeaderOf(content).first('subject') ?? '').replace(/[\\/:*?"<>|\s]+/g, ' ')
    return plainFileName(`${shortened(subject, 80).trim() || 'mail'}.eml`) ?? 'mail.eml'
  }
  return usualEndings[type] ?? 'file.bin'
}
