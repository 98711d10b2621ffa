import type { DeskAnswer } from '../../../../src/contract/answers.ts'

type Person = DeskAnswer['people'][number]

/** What the sign-in page says. */
export const words = {
  title: (company: string) => `Sign in to ${company}`,
  address: 'Mail address',
  password: 'Password',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  demo: 'This is a demo desk. Be one of its people:',
  orPassword: 'Or with address and password',
  mailTitle: 'Mail stays on this machine',
  mailOut: 'Nothing that you write is sent: it lands in the outbox of the desk, as its reader would get it.',
  mailIn: (inbox: string) =>
    `Write to it yourself: a mail to ${inbox} becomes an issue within seconds. Its mail server listens on 127.0.0.1:2525, unless BATON_SMTP_LISTEN says otherwise. For example:`,
}

/** Who a person of the demo is, in a sentence. */
export function roleOf({ role, teams }: Pick<Person, 'role' | 'teams'>): string {
  const where = joined(teams)
  switch (role) {
    case 'agent':
      return where ? `Answers customers, in ${where}` : 'Answers customers'
    case 'supervisor':
      return where
        ? `Leads ${where}, and hears of every promise that broke`
        : 'Leads the teams, and hears of every promise that broke'
    case 'admin':
      return 'Runs the desk, and may do everything'
    case 'colleague':
      return where ? `Helps from ${where}, without a seat in the queue` : 'Helps, without a seat in the queue'
  }
}

const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** A mail to the desk, to be pasted into a terminal. */
export const exampleMail = (inbox: string): string =>
  [
    `printf 'From: Nora Lind <nora@example.org>\\nTo: ${inbox}\\nSubject: My invoice\\n\\nIt came twice this month.\\n' |`,
    `  curl -s smtp://127.0.0.1:2525 --mail-from nora@example.org --mail-rcpt ${inbox} -T -`,
  ]
    .join(' \\\n')
    .replace('| \\\n', '|\n')

/** Where to go once signed in: where one came from, if that is a page of ours. */
export function destination(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? ''
  return /^\/(desk|help|supervise|outbox|mail)(\/[\w/-]*)?(\?[\w=&-]*)?$/.test(next) ? next : '/desk'
}
