import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CompareAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { Waiting } from '../../../ui/empty.tsx'
import { Field } from '../../../ui/field.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { faultOf, newKey, ProblemError, post } from '../../api.ts'
import { useTitle } from '../../title.ts'
import { words as deskWords } from '../../words.ts'
import { Caution } from './caution.tsx'
import { chapters } from './chapters.ts'
import { Choose } from './choose.tsx'
import './compare.css'
import { example } from './example.ts'
import { faultOfAudit, readAudit } from './read-audit.ts'
import { ChapterOf } from './row.tsx'
import { Sides } from './sides.tsx'
import { Summary } from './summary.tsx'
import { words } from './words.ts'

/** What somebody chose; `key`: a new one each time, since a file may have been mended under the same name. */
type Chosen = { audit: object; name: string; isExample: boolean; key: string }
type Days = { from: string; to: string }

/** An audit of another desk beside this one (DESIGN section 8). */
export default function Compare() {
  useTitle(words.title)
  const [chosen, choose] = useState<Chosen | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [span, setSpan] = useState<Days>({ from: '', to: '' })
  const isWrong = span.from !== '' && span.to !== '' && span.from > span.to
  const asked = useQuery({
    queryKey: ['compare', chosen?.key, span],
    queryFn: () => post<CompareAnswer>(`/measures/compare?${asQuery(span)}`, { audit: chosen?.audit }, newKey()),
    enabled: chosen !== null && !isWrong,
    placeholderData: keepPreviousData,
  })
  const take = async (file: File): Promise<void> => {
    const read = await readAudit(file)
    setFault('fault' in read ? read.fault : null)
    choose('audit' in read ? { audit: read.audit, name: file.name, isExample: false, key: newKey() } : null)
  }
  const refused = asked.error instanceof ProblemError ? faultOfAudit(asked.error.problem, chosen?.name ?? '') : null
  const answer = chosen && asked.data
  return (
    <div className="page narrow compare">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {answer ? (
        <>
          <div className="compare-acts">
            <Button onClick={() => choose(null)}>{words.chosen.again}</Button>
            <Button look="quiet" onClick={() => print()}>
              {words.chosen.print}
            </Button>
          </div>
          {chosen.isExample && <p className="compare-example">{words.chosen.exampleSays}</p>}
          <Span span={span} change={setSpan} isWrong={isWrong} />
          <Sides answer={answer} name={chosen.isExample ? null : chosen.name} />
          <Summary answer={answer} />
          {chapters.map(chapter => (
            <ChapterOf key={chapter.name} chapter={chapter} answer={answer} />
          ))}
          <Caution answer={answer} />
        </>
      ) : (
        <Choose
          take={file => void take(file)}
          takeExample={() => {
            setFault(null)
            choose({ audit: example, name: '', isExample: true, key: newKey() })
          }}
        >
          <Refusal fault={fault ?? (chosen ? (refused ?? faultOf(asked.error)) : null)} />
          {chosen && asked.isFetching && <Waiting says={deskWords.loading} />}
        </Choose>
      )}
    </div>
  )
}

const asQuery = (span: Days): string =>
  new URLSearchParams(Object.entries(span).filter(([, day]) => day !== '')).toString()

type SpanProps = { span: Days; change: (span: Days) => void; isWrong: boolean }

/** Which issues of this desk. */
const Span = ({ span, change, isWrong }: SpanProps) => (
  <fieldset className="compare-span">
    <legend>{words.chosen.span}</legend>
    <Field label={words.chosen.from} type="date" value={span.from} change={from => change({ ...span, from })} />
    <Field label={words.chosen.to} type="date" value={span.to} change={to => change({ ...span, to })} />
    <p className="hint">{words.chosen.spanHint}</p>
    <Refusal fault={isWrong ? words.chosen.wrongSpan : null} />
  </fieldset>
)
