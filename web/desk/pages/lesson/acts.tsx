import { useState } from 'react'
import type { LessonAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { ActForm } from './act-form.tsx'
import { type Act, actsOf, words } from './words.ts'

/** What a lesson waits for; a change or a drop is never asked for. */
const isForward = (act: Act): boolean => act === 'answer' || act === 'adopt' || act === 'keep'

/** What the reader may decide here; each takes its words first. */
export function Acts({ lesson }: { lesson: LessonAnswer }) {
  const [doing, setDoing] = useState<Act | null>(null)
  const acts = actsOf(lesson.may)
  if (acts.length === 0) return null
  return (
    <section className="lesson-acts">
      <h2>{words.decide}</h2>
      {doing && acts.includes(doing) ? (
        <ActForm key={doing} lesson={lesson} act={doing} over={() => setDoing(null)} />
      ) : (
        <div className="row-of">
          {acts.map((act, place) => (
            <Button key={act} look={place === 0 && isForward(act) ? 'primary' : 'plain'} onClick={() => setDoing(act)}>
              {words.acts[act].button}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
