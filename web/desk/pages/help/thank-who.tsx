import { useState } from 'react'
import type { KudosRow, MemberRef } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useMe } from '../../me.ts'
import { useCommand } from '../../use-command.ts'
import './help.css'
import { words } from './words.ts'

type ThankWhoProps = { number: number; whom: MemberRef; customer: string }

/** Thanks to a person for how they look after a customer: for their last word to them (Rule 30). */
export function ThankWho({ number, whom, customer }: ThankWhoProps) {
  const me = useMe().member.id
  const [said, say] = useState<string | null>(null)
  const [done, setDone] = useState(false)
  const name = firstName(whom.name)
  const { send, isSending, fault, clear } = useCommand<object, KudosRow>('/kudos', {
    done: () => {
      say(null)
      setDone(true)
      announce(words.thanked(name))
    },
  })
  if (whom.id === me) return null
  if (done) return <p className="hint">{words.thanked(name)}</p>
  if (said === null)
    return (
      <div className="help-way">
        <Button look="quiet" onClick={() => say('')}>
          {words.thank(name)}
        </Button>
      </div>
    )
  return (
    <form
      className="stack help-thank"
      onSubmit={event => {
        event.preventDefault()
        if (!isSending) send({ issue: number, for: whom.id, words: said.trim() || null })
      }}
    >
      <TextArea
        label={words.thankFor(name, firstName(customer))}
        hint={words.thankHint}
        value={said}
        maxLength={2000}
        autoFocus
        change={say}
      />
      <Refusal fault={fault} />
      <div className="row-of">
        <Button type="submit" busy={isSending}>
          {words.thank(name)}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            clear()
            say(null)
          }}
        >
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
