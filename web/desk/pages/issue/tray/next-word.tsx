import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { firstName } from '../../../../ui/face.tsx'
import { Check } from '../../../../ui/field.tsx'
import { useNow } from '../../../../ui/now.tsx'
import { moment } from '../../../../ui/times.ts'
import { useWhen } from '../../../when/use-when.ts'
import { WhenField } from '../../../when/when-field.tsx'
import { runningOf, whatOf } from '../sentences.ts'
import { mustPromise, type Said } from './saying.ts'
import { words } from './words.ts'

type NextWordProps = {
  issue: IssueAnswer
  said: Said
  change: (changes: Partial<Said>) => void
  keepsNothing?: boolean
}

/** The promise is part of writing: when the customer hears next, and which running promises this word answers. */
export function NextWord({ issue, said, change, keepsNothing = false }: NextWordProps) {
  const name = firstName(issue.customer.name)
  const understood = useWhen(said.next)
  const running = runningOf(issue)
  return (
    <div className="next-word">
      <div className="next-when">
        <WhenField
          label={words.next(name, words.me)}
          value={said.next}
          change={next => change({ next })}
          understood={understood}
          hint={mustPromise(said, running) && !keepsNothing ? words.nextHint : null}
        />
        {understood.state === 'moment' && (
          <span className="next-what">
            <span aria-hidden="true">{words.with}</span>
            <input
              aria-label={words.whatLabel}
              placeholder={words.whatPlaceholder}
              value={said.what}
              maxLength={500}
              onChange={event => change({ what: event.currentTarget.value })}
            />
          </span>
        )}
      </div>
      {running.length > 0 && !keepsNothing && <Keeps issue={issue} said={said} change={change} />}
    </div>
  )
}

/** Rule 13, Scenario 13: a contact keeps what runs; the writer can untick one. */
function Keeps({ issue, said: { leaves }, change }: NextWordProps) {
  const now = useNow()
  return (
    <fieldset className="next-keeps">
      <legend className="unseen">{words.keepsTitle}</legend>
      {runningOf(issue).map(promise => {
        const says = promise.state === 'broken' ? words.makesGood : words.keeps
        const what = promise.kind === 'word' ? whatOf(promise) : null
        return (
          <Check
            key={promise.id}
            checked={!leaves.includes(promise.id)}
            change={keeps =>
              change({ leaves: keeps ? leaves.filter(id => id !== promise.id) : [...leaves, promise.id] })
            }
          >
            {says(what, moment(promise.due, now))}
          </Check>
        )
      })}
    </fieldset>
  )
}
