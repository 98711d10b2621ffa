import { type ReactNode, useState } from 'react'
import type { IssueAnswer, MessageAnswer } from '../../../../../src/contract/answers.ts'
import { announce } from '../../../../ui/announce.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { serverNow } from '../../../../ui/now.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { useMe } from '../../../me.ts'
import { foreseeMessage } from '../../../queries.ts'
import { useCommand } from '../../../use-command.ts'
import { useDraft } from '../../../use-draft.ts'
import { KnownAlready } from './known.tsx'
import { NextWord } from './next-word.tsx'
import { ReadyTexts } from './ready-texts.tsx'
import { needsWords, nothingSaid, type Promised, promisedBy } from './saying.ts'
import { TrayForm } from './tray-form.tsx'
import { words } from './words.ts'

const empty = { body: '', asks: '', ...nothingSaid }

type WriteProps = { issue: IssueAnswer; beside: ReactNode; greetsFor: string | null }

/** A word to the customer. The introduced receiver's first one is the greeting (Rule 8). */
export function Write({ issue, beside, greetsFor }: WriteProps) {
  const { number } = issue
  const name = firstName(issue.customer.name)
  const { draft, change, clear } = useDraft(`${number} customer`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const me = useMe().member
  const command = useCommand<{ body: string; to: 'customer'; asks?: string[] } & Promised>(
    `/issues/${number}/messages`,
    {
      done: () => {
        clear()
        announce(words.sent(name))
      },
      foresee: ({ body }) => foreseeMessage(number, messageOf(number, me, body, 'out')),
    },
  )
  const submit = async (): Promise<void> => {
    command.clear()
    if (draft.body.trim() === '') return setFaulty(needsWords)
    const promised = await promisedBy(draft, issue)
    if ('fault' in promised) return setFaulty(promised.fault)
    setFaulty(null)
    const asks = draft.asks.trim()
    command.send({ body: draft.body.trim(), to: 'customer', ...(asks && { asks: [asks] }), ...promised })
  }
  return (
    <TrayForm
      title={null}
      act={words.send(name)}
      submit={() => void submit()}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      beside={beside}
    >
      {greetsFor && <p className="tray-hint">{words.greetHint(greetsFor, name)}</p>}
      <textarea
        className="tray-words"
        dir="auto"
        aria-label={greetsFor ? words.greet(name) : words.toCustomer(name)}
        placeholder={words.placeholder(name)}
        rows={3}
        value={draft.body}
        readOnly={command.isSending}
        onChange={event => change({ body: event.currentTarget.value })}
      />
      <ReadyTexts use={text => change({ body: draft.body.trim() ? `${draft.body.trimEnd()}\n\n${text}` : text })} />
      <KnownAlready body={draft.body} number={number} />
      <label className="tray-asks">
        <span>{words.asks(name)}</span>
        <input
          value={draft.asks}
          placeholder={words.asksPlaceholder}
          maxLength={200}
          readOnly={command.isSending}
          onChange={event => change({ asks: event.currentTarget.value })}
        />
      </label>
      <NextWord issue={issue} said={draft} change={change} />
    </TrayForm>
  )
}

/** A message as it will stand in the conversation, until the server's own is there. */
export const messageOf = (
  issue: number,
  { id, name }: { id: string; name: string },
  body: string,
  direction: 'out' | 'note',
  call: MessageAnswer['call'] = null,
): MessageAnswer => ({
  issue,
  id: `sent ${crypto.getRandomValues(new Uint32Array(2)).join('')}`,
  at: serverNow() as MessageAnswer['at'],
  direction,
  channel: call ? 'phone' : 'email',
  author: { kind: 'member', id, name },
  body,
  quoted: null,
  html: false,
  flagged: false,
  call,
  asks: [],
  unplaced: false,
  delivery: direction === 'out' && !call ? 'queued' : null,
  files: [],
  promises: [],
})
