import { dial } from '../mail-servers/talk.ts'

/** A mail with its envelope. */
export type Posted = { from: string; to: string; raw: Uint8Array }

/** A conversation with a mail server over which one mail after another is handed over. */
export type Post = {
  /** Hands a mail over, byte for byte, and answers what the server says to it: `250 …`. Throws at any other answer. */
  hand(mail: Posted): Promise<string>
  end(): void
}

/** Calls a mail server on this machine, as others that bring mail do. */
export async function openPost(port: number): Promise<Post> {
  const talk = await dial(port)
  const says = async (code: number): Promise<string> => {
    const line = await talk.hear(/^\d{3} /)
    if (!line.startsWith(String(code))) throw new Error(`The mail server said "${line}" instead of ${code}.`)
    return line
  }
  await says(220)
  talk.say('EHLO mx.example')
  await says(250)
  return {
    hand: async ({ from, to, raw }) => {
      talk.say(`MAIL FROM:<${from}>`)
      await says(250)
      talk.say(`RCPT TO:<${to}>`)
      await says(250)
      talk.say('DATA')
      await says(354)
      talk.sayRaw(Buffer.concat([stuffed(raw), Buffer.from('.\r\n')]))
      return says(250)
    },
    end: () => {
      talk.say('QUIT')
      talk.end()
    },
  }
}

/** Hands over one mail. */
export async function post(port: number, mail: Posted): Promise<string> {
  const opened = await openPost(port)
  try {
    return await opened.hand(mail)
  } finally {
    opened.end()
  }
}

/** A mail as it goes over the wire: every line ends with CRLF, the last one too. */
export function asLines(raw: Uint8Array): Buffer {
  const text = Buffer.from(raw).toString('latin1').replace(/\r?\n/g, '\r\n')
  return Buffer.from(text.endsWith('\r\n') ? text : `${text}\r\n`, 'latin1')
}

/** A line that begins with a dot gets another one, which the other side takes away. */
const stuffed = (raw: Uint8Array): Buffer =>
  Buffer.from(
    asLines(raw)
      .toString('latin1')
      .replace(/(^|\r\n)\./g, '$1..'),
    'latin1',
  )
