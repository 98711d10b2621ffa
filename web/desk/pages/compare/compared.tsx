import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { CompareAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../loaded.tsx'
import { Caution } from './caution.tsx'
import { chapters } from './chapters.ts'
import { ChapterOf } from './row.tsx'
import { Sides } from './sides.tsx'
import { type Span, SpanFields } from './span.tsx'
import { Summary } from './summary.tsx'
import { words } from './words.ts'

type ComparedProps = {
  asked: UseQueryResult<CompareAnswer>
  /** Of the file; null: the example. */
  name: string | null
  span: Span
  changeSpan: (span: Span) => void
  chooseAgain: () => void
}

/** The two desks side by side. */
export function Compared({ asked, name, span, changeSpan, chooseAgain }: ComparedProps) {
  const { again, print: printIt, exampleSays, label } = words.chosen
  const begin = useRef<HTMLElement>(null)
  // What was chosen is gone with its field: whoever goes on by keys goes on here.
  useEffect(() => begin.current?.focus({ preventScroll: true }), [])
  return (
    <section className="compared" aria-label={label} tabIndex={-1} ref={begin}>
      <div className="compare-acts">
        <Button onClick={chooseAgain}>{again}</Button>
        <Button look="quiet" onClick={() => print()}>
          {printIt}
        </Button>
      </div>
      {name === null && <p className="compare-example">{exampleSays}</p>}
      <SpanFields span={span} change={changeSpan} />
      <Loaded asked={asked}>
        {answer => (
          <>
            <Sides answer={answer} name={name} />
            <Summary answer={answer} />
            {chapters.map(chapter => (
              <ChapterOf key={chapter.name} chapter={chapter} answer={answer} />
            ))}
            <Caution answer={answer} />
          </>
        )}
      </Loaded>
    </section>
  )
}
