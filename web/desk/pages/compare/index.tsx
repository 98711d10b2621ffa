import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CompareAnswer } from '../../../../src/contract/answers.ts'
import { Waiting } from '../../../ui/empty.tsx'
import { type Fault, Refusal } from '../../../ui/refusal.tsx'
import { newKey, post } from '../../api.ts'
import { useMe } from '../../me.ts'
import { useTitle } from '../../title.ts'
import { words as deskWords } from '../../words.ts'
import { Choose } from './choose.tsx'
import './compare.css'
import { Compared } from './compared.tsx'
import { example } from './example.ts'
import { faultOfAudit, readAudit } from './read-audit.ts'
import { asQuery, isSpan, type Span } from './span.tsx'
import { words } from './words.ts'

/** What somebody chose. `name`: of its file; null: the example. `key`: a file may come again, mended, under its name. */
type Chosen = { audit: object; name: string | null; key: string }

/** An audit of another desk beside this one (DESIGN section 8). */
export default function Compare() {
  useTitle(words.title)
  const { role } = useMe().member
  return (
    <div className="page narrow compare">
      <p className="crumb">
        <Link to="/measures">{words.crumb}</Link>
      </p>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {role === 'agent' ? <Refusal fault={words.faults.notYours} /> : <Comparing />}
    </div>
  )
}

function Comparing() {
  const [chosen, choose] = useState<Chosen | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [again, setAgain] = useState(false)
  const [span, setSpan] = useState<Span>({ from: '', to: '' })
  const asked = useQuery({
    queryKey: ['compare', chosen?.key, span],
    queryFn: () => post<CompareAnswer>(`/measures/compare?${asQuery(span)}`, { audit: chosen?.audit }, newKey()),
    enabled: chosen !== null && isSpan(span),
    // The same file for another time: what was shown stays until the new one is there.
    placeholderData: (before, query) => (query?.queryKey[1] === chosen?.key ? before : undefined),
  })
  const take = async (file: File): Promise<void> => {
    const read = await readAudit(file)
    setFault('fault' in read ? read.fault : null)
    choose('audit' in read ? { audit: read.audit, name: file.name, key: newKey() } : null)
  }
  const takeExample = (): void => {
    setFault(null)
    choose({ audit: example, name: null, key: newKey() })
  }
  const wrongFile = fault ?? (chosen && faultOfAudit(asked.error, chosen.name ?? ''))
  const hasAnswered = asked.data !== undefined || asked.error !== null
  if (chosen && !wrongFile && hasAnswered) {
    const chooseAgain = (): void => {
      setAgain(true)
      choose(null)
    }
    return <Compared asked={asked} name={chosen.name} span={span} changeSpan={setSpan} chooseAgain={chooseAgain} />
  }
  return (
    <Choose take={file => void take(file)} takeExample={takeExample} again={again}>
      <Refusal fault={wrongFile} />
      {asked.isFetching && <Waiting lines={1} says={deskWords.loading} />}
    </Choose>
  )
}
