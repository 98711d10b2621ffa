import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { useNow } from '../../../ui/now.tsx'
import { dayOf } from '../../../ui/times.ts'
import { AddFact } from './add-fact.tsx'
import { words } from './words.ts'

/** What is known, with who established it, how, and when; asked once (Rule 31). */
export function Facts({ issue, me }: { issue: IssueAnswer; me: string }) {
  const [adding, add] = useState(false)
  const now = useNow()
  const opener = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    add(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  return (
    <section>
      <h2>{words.facts}</h2>
      {issue.facts.length === 0 && !adding && <p className="none">{words.noFacts}</p>}
      <dl>
        {issue.facts.map(({ key, value, how, by, at, excused }) => (
          <div key={key}>
            <dt>{words.factNames[key] ?? key}</dt>
            <dd>
              {value}
              <small>
                {[how, by && (by.id === me ? words.youThere : firstName(by.name)), dayOf(at, now)]
                  .filter(Boolean)
                  .join(', ')}
              </small>
              {excused && (
                <small>
                  <Link to="/desk/lessons/$id" params={{ id: String(excused.lesson) }}>
                    {words.excused(excused.lesson)}
                  </Link>{' '}
                  {excused.why}
                </small>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {adding ? (
        <AddFact issue={issue} close={close} />
      ) : (
        <Button look="quiet" className="aside-quiet" ref={opener} onClick={() => add(true)}>
          {words.addFact}
        </Button>
      )}
    </section>
  )
}
