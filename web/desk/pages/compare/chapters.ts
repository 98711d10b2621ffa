import type { ComparedShare } from '../../../../src/contract/answers.ts'
import type { AuditFigures } from '../../../../src/contract/audit.ts'
import { words } from './words.ts'

/** Something that is only told of both, without whether it is more than chance. `size`: how long its bar is. */
type Told = { size: number; says: string }
/** null: the log does not say. */
type NumberRow = { name: keyof typeof words.rows; of: (figures: AuditFigures) => Told | null }
type Row = { share: ComparedShare['name'] } | NumberRow

export type Chapter = { name: keyof typeof words.chapters; rows: readonly Row[] }

const passing = (by: 'person' | 'group'): Chapter => ({
  name: by,
  rows: [
    { share: `${by}_handoffs` },
    { name: `${by}_mean`, of: figures => ofPassing(figures[by], ({ handoffs }) => handoffs) },
    { share: `${by}_ping_pong` },
    { share: `${by}_returns` },
    { name: `${by}_each`, of: figures => ofPassing(figures[by], ({ perCase }) => perCase) },
  ],
})

function ofPassing(
  passed: AuditFigures['person'],
  which: (passed: AuditFigures['person']) => { mean: number; max: number },
): Told | null {
  const { mean, max } = which(passed)
  return passed.distinct === 0 ? null : { size: mean, says: words.mean(mean, max) }
}

/** Of one event each, nobody can say how long it was silent. */
const ofSilence = ({ cases, events }: AuditFigures, hours: number): Told | null =>
  events > cases ? { size: hours, says: words.length(hours) } : null

/** Everything that is laid side by side, in the order in which it is told. */
export const chapters: readonly Chapter[] = [
  passing('person'),
  passing('group'),
  {
    name: 'silence',
    rows: [
      { share: 'silent' },
      { name: 'median', of: figures => ofSilence(figures, figures.silence.medianHours) },
      { name: 'p90', of: figures => ofSilence(figures, figures.silence.p90Days * 24) },
      { name: 'longest', of: figures => ofSilence(figures, figures.silence.maxDays * 24) },
    ],
  },
  { name: 'back', rows: [{ share: 'reopened' }] },
]
