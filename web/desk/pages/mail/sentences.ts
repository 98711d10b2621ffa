import type { InboundAnswer } from '../../../../src/contract/answers.ts'

export type InboundState = InboundAnswer['state']

/** The states a person filters by, what needs a person first. */
export const filters: readonly { state: InboundState | 'all'; label: string }[] = [
  { state: 'kept', label: 'Kept for a person' },
  { state: 'refused', label: 'Refused' },
  { state: 'machine', label: 'From machines' },
  { state: 'issue', label: 'New issues' },
  { state: 'reply', label: 'Replies' },
  { state: 'duplicate', label: 'Came twice' },
  { state: 'waiting', label: 'Being read' },
  { state: 'all', label: 'All' },
]

/** What became of a mail, in a sentence. */
export function fateOf({ state, why, issue }: InboundAnswer): string {
  const reason = why ? ` ${why}` : ''
  const number = issue === null ? '' : ` #${issue}`
  switch (state) {
    case 'waiting':
      return 'Safely stored, and being read just now.'
    case 'issue':
      return `Became issue${number}.`
    case 'reply':
      return `Belongs to issue${number}.`
    case 'machine':
      return `A machine wrote it, so it starts nothing.${reason}`
    case 'duplicate':
      return issue === null ? 'It had come before.' : `It had come before, for issue${number}.`
    case 'refused':
      return `Not taken.${reason}`
    case 'kept':
      return `Nobody could tell what it is. A person should look.${reason}`
  }
}

/** Whether reading it once more can come to another end. */
export const mayRetry = ({ state }: InboundAnswer): boolean =>
  state === 'kept' || state === 'machine' || state === 'refused'

/** "820 bytes", "14 kB", "3.2 MB" */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
