import type { ReactNode } from 'react'
import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { Choice, TextArea } from '../../../../ui/field.tsx'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { TrayForm } from './tray-form.tsx'
import { words } from './words.ts'

type Way = 'reply' | 'phone'
type HeardProps = { issue: IssueAnswer; beside: ReactNode; over: () => void }

const emptyYes = { how: 'reply' as Way, words: '' }
const emptyNo = { words: '' }

/** The customer confirmed by a reply or on the phone: kept with their own words and how they were heard (Rule 18). */
export function HeardYes({ issue, beside, over }: HeardProps) {
  const { number } = issue
  const name = firstName(issue.customer.name)
  const { draft, change, clear } = useDraft(`${number} yes`, emptyYes)
  const { send, isSending, fault } = useCommand<{ heard: { how: Way; words: string } }>(
    `/issues/${number}/resolution/confirm`,
    {
      done: () => {
        clear()
        announce(words.confirmed)
        over()
      },
    },
  )
  return (
    <TrayForm
      title={words.yesTitle(name)}
      act={words.keepYes}
      submit={() => draft.words.trim() && send({ heard: { how: draft.how, words: draft.words.trim() } })}
      busy={isSending}
      fault={fault}
      beside={beside}
    >
      <div className="stack tray-stack">
        <Choice label={words.heardHow} options={words.heard} value={draft.how} change={how => change({ how })} />
        <TextArea
          theirs
          label={words.theirWords(name)}
          hint={words.theirWordsHint}
          value={draft.words}
          maxLength={2000}
          change={text => change({ words: text })}
        />
      </div>
    </TrayForm>
  )
}

/** The customer said that it is not solved: back to the owner, with a fresh promise (Rule 18). */
export function HeardNo({ issue, beside, over }: HeardProps) {
  const { number } = issue
  const name = firstName(issue.customer.name)
  const { draft, change, clear } = useDraft(`${number} no`, emptyNo)
  const { send, isSending, fault } = useCommand<{ words: string }>(`/issues/${number}/resolution/deny`, {
    done: () => {
      clear()
      announce(words.denied)
      over()
    },
  })
  return (
    <TrayForm
      title={words.noTitle(name)}
      act={words.keepNo}
      submit={() => draft.words.trim() && send({ words: draft.words.trim() })}
      busy={isSending}
      fault={fault}
      beside={beside}
    >
      <div className="tray-stack">
        <TextArea
          theirs
          label={words.theirWords(name)}
          value={draft.words}
          maxLength={2000}
          change={text => change({ words: text })}
        />
      </div>
    </TrayForm>
  )
}
