import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type ReadMail, readMail } from './read.ts'
import { filesIn, foreignMails } from './testing.ts'

const mails = foreignMails()

if (mails === null) {
  test('NO TEST DATA: real and broken mails are not read (set BATON_TEST_DATA)', () => {
    expect(mails).toBeNull()
  })
} else {
  const folder = path.join(mails, 'mikel-mail')
  const read = new Map<string, ReadMail>()
  const slow: string[] = []
  for (const file of filesIn(folder)) {
    const begun = performance.now()
    read.set(file, await readMail(readFileSync(path.join(folder, file))))
    if (performance.now() - begun > 1000) slow.push(file)
  }

  test('reads every real and broken mail without a throw, each in less than a second', () => {
    console.info(tableOf(read))
    expect(read.size).toBeGreaterThan(100)
    expect(slow).toEqual([])
  })

  test('understands all but those that say not whom they are from', () => {
    const unreadable = [...read].flatMap(([file, mail]) => ('unreadable' in mail ? [file] : []))
    expect(unreadable).toEqual(['error_emails/bad_encoded_subject.eml', 'sample_output_multipart'])
  })

  test('recognizes each delivery report, and which of them are final', () => {
    const bounces = [...read].flatMap(([file, mail]) =>
      'bounce' in mail && mail.bounce ? [[file, mail.bounce.permanent, mail.bounce.status, mail.bounce.recipient]] : [],
    )
    expect(bounces).toEqual([
      ['mime_emails/raw_email_with_mimepart_without_content_type.eml', false, '4.5.0', 'larose.julie@courrier.uqam.ca'],
      ['multipart_report_emails/multi_address_bounce1.eml', true, '5.1.1', 'bbbbvhvbbvkjbhfbvbvjhb@gmail.com'],
      ['multipart_report_emails/multi_address_bounce2.eml', true, '5.1.1', 'bbbbvhvbbvkjbhfbvbvjhb@gmail.com'],
      ['multipart_report_emails/multipart_report_multiple_status.eml', true, '5.3.0', 'u@ci.com'],
      ['multipart_report_emails/report_422.eml', false, '4.2.2', 'fraser@oooooooo.com.au'],
      ['multipart_report_emails/report_530.eml', true, '5.3.0', 'edwin@zzzzzzz.com'],
    ])
  })

  test('reads the charsets of the world, in words, subjects and names of files', () => {
    const textOf = (file: string): string => {
      const mail = read.get(file)
      return mail && 'words' in mail
        ? [mail.subject, mail.words, ...mail.files.map(({ name }) => name)].join(' | ').trim()
        : ''
    }
    expect(textOf('multi_charset/japanese_iso_2022.eml')).toBe('まみむめも | すみません。')
    expect(textOf('multi_charset/japanese_shift_jis.eml')).toContain('このメールはテスト用のメールです。')
    expect(textOf('multi_charset/ks_c_5601-1987.eml')).toBe('test | 스티해')
    expect(textOf('multi_charset/japanese_attachment_long_name.eml')).toContain('かきくけこかきくけこ')
    expect(textOf('rfc2822/example14.eml')).toBe('Re: TEST テストテスト | Hello')
    expect(textOf('attachment_emails/attachment_with_quoted_filename.eml')).toContain('Eelanalüüsi päring.jpg')
    expect(textOf('error_emails/invalid_subject_characters.eml')).toContain('Formação FrenetikPolis')
    expect(textOf('rfc6532/utf8_headers.eml')).toBe('Säying Hello | body')
  })
}

/** One line for each mail, for eyes. */
function tableOf(read: ReadonlyMap<string, ReadMail>): string {
  const cell = (text: string, width: number): string => text.replace(/\s+/g, ' ').slice(0, width).padEnd(width)
  const rows = [...read].map(([file, mail]) => {
    const name = cell(file, 62)
    if ('unreadable' in mail) return `${name} unreadable     ${mail.unreadable}`
    const { sender, from, subject, words, files } = mail
    const kind = sender.kind === 'machine' ? sender.machine : (sender.through ?? 'person')
    const names = files.map(file => file.name).join(', ')
    return `${name} ${cell(kind, 14)} ${cell(from?.address ?? '', 28)} ${cell(subject, 30)} ${cell(words, 40)} ${names}`
  })
  return `\n${rows.join('\n')}\n`
}
