import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import type { Draft } from './draft.ts'
import { words } from './words.ts'

type Facts = Draft['facts']

/** What they told that nobody should have to ask again (Rule 31). */
export function FactRows({ facts, change }: { facts: Facts; change: (facts: Facts) => void }) {
  const replace = (place: number, changes: Partial<Facts[number]>): void =>
    change(facts.map((fact, at) => (at === place ? { ...fact, ...changes } : fact)))
  return (
    <fieldset className="fact-rows">
      <legend>
        {words.facts} <span className="hint">{words.factsHint}</span>
      </legend>
      {facts.map((fact, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place only.
        <div key={place}>
          <Field label={words.factKey} value={fact.key} maxLength={80} change={key => replace(place, { key })} />
          <Field
            label={words.factValue}
            value={fact.value}
            maxLength={2000}
            change={value => replace(place, { value })}
          />
          <Button
            look="quiet"
            aria-label={words.removeFact(fact.key)}
            onClick={() => change(facts.filter((_, at) => at !== place))}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      <Button onClick={() => change([...facts, { key: '', value: '' }])}>{words.addFact}</Button>
    </fieldset>
  )
}
