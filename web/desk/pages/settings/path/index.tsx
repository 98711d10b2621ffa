import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PathAnswer, WorkspaceAnswer } from '../../../../../src/contract/answers.ts'
import { Field, TextArea } from '../../../../ui/field.tsx'
import type { Fault } from '../../../../ui/refusal.tsx'
import { Select } from '../../../../ui/select.tsx'
import { Loaded } from '../../../loaded.tsx'
import { workspace } from '../../../queries.ts'
import type { Lines } from '../changes.ts'
import { asOptions, useSeats } from '../people.tsx'
import { Setting, type Wish } from '../setting.tsx'
import { type DraftRung, Rungs, rungsOf, whoOf } from './rungs.tsx'
import { words } from './words.ts'

/** The escalation path: its name, its meaning, its ladder, its last resort, its address (Rules 23 and 24). */
export const PathSettings = () => <Loaded asked={useQuery(workspace)}>{({ path }) => <PathForm path={path} />}</Loaded>

type Draft = { name: string; meaning: string; inbox: string; rungs: readonly DraftRung[]; lastResort: string }

function PathForm({ path }: { path: PathAnswer }) {
  const seats = useSeats()
  const [draft, setDraft] = useState<Draft>(() => ({
    name: path.name,
    meaning: path.meaning,
    inbox: path.inbox ?? '',
    rungs: rungsOf(path.rungs),
    lastResort: path.lastResort?.id ?? '',
  }))
  const change = (changes: Partial<Draft>): void => setDraft(before => ({ ...before, ...changes }))
  return (
    <Setting label={words.label} wish={() => wishOf(draft)} lines={linesOf}>
      <Field
        label={words.name}
        hint={words.nameHint}
        value={draft.name}
        maxLength={60}
        change={name => change({ name })}
      />
      <TextArea
        label={words.meaning}
        hint={words.meaningHint}
        rows={4}
        value={draft.meaning}
        maxLength={2000}
        change={meaning => change({ meaning })}
      />
      <Rungs rungs={draft.rungs} change={rungs => change({ rungs })} />
      <Select
        label={words.lastResort}
        hint={words.lastResortHint}
        nothing={words.admins}
        value={draft.lastResort}
        change={lastResort => change({ lastResort })}
        options={[{ heading: '', options: asOptions(seats) }]}
      />
      <Field
        label={words.inbox}
        hint={words.inboxHint}
        type="email"
        autoComplete="off"
        value={draft.inbox}
        change={inbox => change({ inbox })}
      />
    </Setting>
  )
}

function wishOf({ name, meaning, inbox, rungs, lastResort }: Draft): Wish | { fault: Fault } {
  const ladder = rungs.flatMap(({ who, minutes }) => {
    const [called, length] = [whoOf(who), Number(minutes)]
    return called && Number.isInteger(length) && length > 0 ? [{ who: called, minutes: length }] : []
  })
  if (ladder.length < rungs.length || name.trim() === '' || meaning.trim() === '') return { fault: words.needs }
  return {
    path: {
      name: name.trim(),
      meaning: meaning.trim(),
      inbox: inbox.trim() || null,
      rungs: ladder,
      lastResort: lastResort || null,
    },
  }
}

function linesOf({ path }: WorkspaceAnswer): Lines {
  const rungs = path.rungs.map(({ who, minutes }, place) => [
    words.rung(place + 1),
    words.rungSays('member' in who ? who.member.name : who.schedule.name, minutes),
  ])
  return {
    [words.name]: path.name,
    [words.meaning]: path.meaning,
    ...Object.fromEntries(rungs),
    [words.lastResort]: path.lastResort?.name ?? words.admins,
    [words.inbox]: path.inbox ?? words.inboxNone,
  }
}
