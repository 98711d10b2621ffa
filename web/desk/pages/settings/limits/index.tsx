import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkspaceAnswer } from '../../../../../src/contract/answers.ts'
import { Button } from '../../../../ui/button.tsx'
import { Field } from '../../../../ui/field.tsx'
import { Select } from '../../../../ui/select.tsx'
import { Loaded } from '../../../loaded.tsx'
import { useNames } from '../../../names.ts'
import { workspace } from '../../../queries.ts'
import { replaced, TakeOut, without } from '../order.tsx'
import { asOptions, useSeats } from '../people.tsx'
import { Setting } from '../setting.tsx'
import { type DraftLimit, draftsOf, limitsOf, linesOf } from './limits.ts'
import { words } from './words.ts'

/** What roles and persons concede at once (Rule 27). */
export const LimitSettings = () => (
  <Loaded asked={useQuery(workspace)}>{({ policy, path }) => <LimitsForm policy={policy} path={path} />}</Loaded>
)

function LimitsForm({ policy, path }: Pick<WorkspaceAnswer, 'policy' | 'path'>) {
  const names = useNames()
  const [limits, setLimits] = useState(() => draftsOf(policy.limits))
  const [currency, setCurrency] = useState(policy.currency)
  const add = (): void =>
    setLimits([
      ...limits,
      { key: Math.max(-1, ...limits.map(({ key }) => key)) + 1, who: '', kind: '', amount: '', currency },
    ])
  return (
    <Setting
      label={words.label}
      wish={() => {
        const read = limitsOf(limits)
        return read ? { policy: { limits: read, currency } } : { fault: words.incomplete }
      }}
      lines={set => linesOf(set, id => names.member(id).name)}
    >
      <p className="hint">{words.intro}</p>
      <ol className="limits">
        {limits.map((limit, place) => (
          <LimitRow
            key={limit.key}
            limit={limit}
            place={place}
            path={path}
            change={next => setLimits(replaced(limits, place, next))}
            remove={() => setLimits(without(limits, place))}
          />
        ))}
      </ol>
      <div>
        <Button onClick={add}>{words.add}</Button>
      </div>
      <Currency label={words.speaks} value={currency} change={setCurrency} />
    </Setting>
  )
}

type LimitRowProps = {
  limit: DraftLimit
  place: number
  path: WorkspaceAnswer['path']
  change: (limit: DraftLimit) => void
  remove: () => void
}

function LimitRow({ limit, place, path, change, remove }: LimitRowProps) {
  const seats = useSeats()
  const roles = Object.entries(words.role).map(([role, says]) => ({ value: `role ${role}`, says }))
  const people = asOptions(seats).map(one => ({ ...one, value: `member ${one.value}` }))
  const places = [...path.rungs.map((_, rung) => rung + 1), 'last_resort' as const]
  const rungs = places.map(rung => ({ value: `rung ${rung}`, says: words.rung(rung) }))
  const kinds = Object.entries(words.kinds).map(([value, says]) => ({ value, says }))
  return (
    <li>
      <Select
        label={words.who}
        nothing={words.choose}
        value={limit.who}
        change={who => change({ ...limit, who })}
        options={[
          { heading: words.roles, options: roles },
          { heading: words.people, options: people },
          { heading: words.champions(path.name), options: rungs },
        ]}
      />
      <Select
        label={words.kind}
        nothing={words.everything}
        value={limit.kind}
        change={kind => change({ ...limit, kind })}
        options={[{ heading: '', options: kinds }]}
      />
      <Field
        label={words.amount}
        inputMode="decimal"
        placeholder={words.unbound}
        value={limit.amount}
        change={amount => change({ ...limit, amount })}
      />
      <Currency label={words.currency} value={limit.currency} change={currency => change({ ...limit, currency })} />
      <TakeOut what={words.limit(place + 1)} remove={remove} />
    </li>
  )
}

const currencies = Intl.supportedValuesOf('currency').map(code => ({ value: code, says: code }))

const Currency = (props: { label: string; value: string; change: (currency: string) => void }) => (
  <Select {...props} options={[{ heading: '', options: currencies }]} />
)
