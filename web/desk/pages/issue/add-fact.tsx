import { useQuery } from '@tanstack/react-query'
import type { ChangeAnswer, IssueAnswer } from '../../../../src/contract/answers.ts'
import { isSame, ruleAgainst } from '../../../../src/core/learning/fact-rule.ts'
import { Button } from '../../../ui/button.tsx'
import { Field, TextArea } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { factRules } from '../../queries.ts'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import { words } from './words.ts'

const empty = { key: '', value: '', how: '', excuse: '' }
type Fact = { key: string; value: string; how: string | null; excuse: string | null }
type Rule = Extract<ChangeAnswer, { type: 'fact_rule' }> & { lesson: number }

/** A fact with how it is known. Where a lesson says how it may be, its ways are there to choose (Rule 28). */
export function AddFact({ issue: { number, may }, close }: { issue: IssueAnswer; close: () => void }) {
  const { draft, change, clear } = useDraft(`${number} fact`, empty)
  const rules = useRules()
  const { send, isSending, fault } = useCommand<Fact>(`/issues/${number}/facts`, {
    done: () => {
      clear()
      close()
    },
  })
  const [key, value, how, excuse] = [draft.key.trim(), draft.value.trim(), draft.how.trim(), draft.excuse.trim()]
  const rule = rules.find(one => isSame(one.key, key))
  const against = ruleAgainst(rules, key, how || null)
  // Rule 28: a supervisor may let it stand, with why.
  const mayExcuse = against !== undefined && how !== '' && may.includes('takeover')
  return (
    <form
      className="stack add-fact"
      onSubmit={event => {
        event.preventDefault()
        if (key && value) send({ key, value, how: how || null, excuse: (mayExcuse && excuse) || null })
      }}
    >
      <Field
        label={words.factKey}
        placeholder={words.factKeyHint}
        value={draft.key}
        maxLength={80}
        required
        // Whoever asked to add one writes it next.
        autoFocus
        change={text => change({ key: text })}
      />
      <Field
        label={words.factValue}
        value={draft.value}
        maxLength={2000}
        required
        change={text => change({ value: text })}
      />
      <Field
        label={words.factHow}
        placeholder={words.factHowHint}
        hint={rule && words.rule(rule.lesson, rule.says)}
        value={draft.how}
        maxLength={500}
        change={text => change({ how: text })}
      />
      {rule && rule.allowed.length > 0 && (
        <div className="row-of">
          {rule.allowed.map(way => (
            <Button key={way} aria-pressed={isSame(way, how)} onClick={() => change({ how: way })}>
              {way}
            </Button>
          ))}
        </div>
      )}
      {mayExcuse && <TextArea label={words.excuse} value={draft.excuse} change={text => change({ excuse: text })} />}
      <Refusal fault={fault} />
      <div className="row-of">
        <Button type="submit" busy={isSending}>
          {words.keepFact}
        </Button>
        <Button look="quiet" onClick={close}>
          {words.leave}
        </Button>
      </div>
    </form>
  )
}

const inForce = ['trial', 'trial_over', 'kept']

/** The rules of adopted lessons that say how a fact may be established. */
function useRules(): Rule[] {
  const lessons = useQuery(factRules).data?.items ?? []
  return lessons.flatMap(({ id, state, change }) =>
    change.type === 'fact_rule' && inForce.includes(state) ? [{ ...change, lesson: id }] : [],
  )
}
