import { useState } from 'react'
import type { AssistAnswer } from '../../../src/contract/answers.ts'
import { announce } from '../../ui/announce.tsx'
import type { Fault } from '../../ui/refusal.tsx'
import { useCommand } from '../use-command.ts'
import { useDraft } from '../use-draft.ts'
import { words } from './words.ts'

export type How = keyof typeof words.ways
const empty = { how: 'moved' as How, text: '', moved: false }

/**
 * Who was asked answers: done, not yet for what it lacks, how it goes, or that it is not theirs (Rule 16).
 * `path`: of the assist, as commands on it begin.
 */
export function useAnswer(path: string, { may }: Pick<AssistAnswer, 'may'>, name: string, over: () => void) {
  const { draft, change, clear } = useDraft(name, empty)
  const ways = waysOf(may)
  // What was chosen before may not be possible any more.
  const how = draft.how in ways ? draft.how : ((Object.keys(ways)[0] ?? 'going') as How)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const command = useCommand<object, unknown>(
    `${path}/${how === 'going' ? 'touch' : how === 'declined' ? 'decline' : 'return'}`,
    {
      done: () => {
        clear()
        announce(words.done[how])
        over()
      },
    },
  )
  const text = draft.text.trim()
  const submit = (): void => {
    command.clear()
    setFaulty(text ? null : words.missing)
    if (text) command.send(bodyOf(how, text, draft.moved))
  }
  return { draft, change, ways, how, submit, busy: command.isSending, fault: faulty ?? command.fault }
}

export type Answering = ReturnType<typeof useAnswer>

function waysOf(may: AssistAnswer['may']): Partial<Record<How, string>> {
  const { moved, not_moved, going, declined } = words.ways
  return {
    ...(may.includes('return') && { moved, not_moved }),
    ...(may.includes('touch') && { going }),
    ...(may.includes('decline') && { declined }),
  }
}

function bodyOf(how: How, text: string, moved: boolean): object {
  if (how === 'going') return { note: text, moved }
  if (how === 'declined') return { reason: text }
  return { moved: how === 'moved', result: text }
}
