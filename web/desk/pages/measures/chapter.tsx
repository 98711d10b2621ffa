import type { MeasureAnswer } from '../../../../src/contract/answers.ts'
import { Lessons } from './lessons.tsx'
import { Measure } from './measure.tsx'
import type { About } from './measures-page.tsx'
import { words } from './words.ts'

type ChapterProps = { chapter: string; measures: readonly MeasureAnswer[]; about: About }

/** The measures of one chapter. */
export const Chapter = ({ chapter, measures, about }: ChapterProps) => (
  <section className="measures-chapter" id={chapter} aria-labelledby={`${chapter}-title`}>
    <h2 id={`${chapter}-title`}>{words.chapters[chapter] ?? chapter}</h2>
    {measures.map((measure, index) => (
      <Measure key={measure.name} measure={measure} about={about} withKey={index === 0} />
    ))}
    {chapter === 'learning' && <Lessons />}
  </section>
)
