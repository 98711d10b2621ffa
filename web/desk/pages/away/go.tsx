import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { AbsenceAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { useMe } from '../../me.ts'
import { awayPromises, members } from '../../queries.ts'
import { useCommand } from '../../use-command.ts'
import { momentOf, useWhen } from '../../when/use-when.ts'
import { WhenField } from '../../when/when-field.tsx'
import { Due } from './due.tsx'
import { Whom } from './whom.tsx'
import { words } from './words.ts'

type Body = { from: string; until: string; cover: string | null }

/** From when until when, exactly which promises fall due in it, and who looks after them. */
export function Go() {
  const me = useMe().member.id
  const [texts, setTexts] = useState({ from: '', until: '' })
  const [cover, setCover] = useState<string | null>(null)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const [from, until] = [useWhen(texts.from), useWhen(texts.until)]
  const span = from.state === 'moment' && until.state === 'moment' ? { from: from.at, until: until.at } : null
  const asked = useQuery(awayPromises(me, span))
  const due = span === null ? [] : (asked.data?.promises ?? [])
  const coverName = useQuery(members).data?.find(({ id }) => id === cover)?.name ?? null
  const { send, isSending, fault } = useCommand<Body, AbsenceAnswer>(`/members/${me}/away`, {
    done: ({ state }) => {
      announce(state === 'waiting' && coverName ? words.asked(firstName(coverName)) : words.gone)
      setTexts({ from: '', until: '' })
      setCover(null)
    },
  })
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const [begin, end] = [await momentOf(texts.from), await momentOf(texts.until)]
    const unclear = 'fault' in begin ? begin.fault : 'fault' in end ? end.fault : null
    setFaulty(unclear ?? (due.length > 0 && cover === null ? words.needsCover : null))
    if ('fault' in begin || 'fault' in end || (due.length > 0 && cover === null)) return
    send({ from: begin.at, until: end.at, cover: due.length > 0 ? cover : null })
  }
  return (
    <form className="stack away-go" onSubmit={submit} noValidate aria-label={words.go}>
      <div className="away-span">
        <WhenField
          label={words.from}
          placeholder={words.fromExample}
          value={texts.from}
          change={text => setTexts({ ...texts, from: text })}
          understood={from}
        />
        <WhenField
          label={words.until}
          placeholder={words.untilExample}
          value={texts.until}
          change={text => setTexts({ ...texts, until: text })}
          understood={until}
        />
      </div>
      {span && asked.data && due.length === 0 && <p>{words.nothingDue}</p>}
      {due.length > 0 && (
        <>
          <Due promises={due} title={words.due(due.length)} />
          <Whom absent={me} chosen={cover} choose={setCover} label={words.chooseCover} />
        </>
      )}
      <Refusal fault={faulty ?? fault} />
      <div>
        <Button type="submit" look="primary" busy={isSending}>
          {due.length > 0 && coverName ? words.ask(firstName(coverName)) : words.simplyGo}
        </Button>
      </div>
    </form>
  )
}
