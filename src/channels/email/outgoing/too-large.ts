import { oneLine } from './one-line.ts'

const megabyte = 1024 * 1024

/**
 * What is answered to a mail some of whose files were too large to take; its words have arrived all the same. It goes out
 * under the mail's own subject, so that it stays in its thread. Sizes in bytes.
 */
export function tooLargeReply(files: readonly { name: string; size: number }[], limit: number): string {
  const listed = files.map(({ name, size }) => `  ${oneLine(name) || 'a file without a name'} (${inMegabytes(size)})`)
  const [were, them] = files.length === 1 ? ['One file was', 'it'] : ['Some files were', 'them']
  return [
    `Your message has arrived, but not all of it. ${were} too large to take:`,
    listed.join('\n'),
    `We can take files of up to ${Math.floor(limit / megabyte)} MB each. Please send ${them} smaller, in parts, or as a link: just answer this mail.`,
  ].join('\n\n')
}

/** Rounded up, so that a file just above the limit doesn't look as if it fitted. */
const inMegabytes = (bytes: number): string => `${(Math.ceil((bytes / megabyte) * 10) / 10).toFixed(1)} MB`
