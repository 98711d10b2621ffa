import type { ReactNode } from 'react'
import { isDone, type Stage, type Step, steps } from './stage.ts'
import { words } from './words.ts'

const titles: Record<Step, string> = {
  understood: words.understood,
  brief: words.brief,
  whom: words.whom,
  readBack: words.readBack,
  introduce: words.introduce,
  met: words.met,
}

/** The way from hand to hand: what is done, where it stands, and what is ahead. */
export function Steps({
  stage,
  show,
}: {
  stage: Stage
  show: (step: Step, look: 'done' | 'now' | 'ahead') => ReactNode
}) {
  return (
    <ol className="steps">
      {steps.map(step => {
        const look = isDone(step, stage) ? 'done' : step === stage.now ? 'now' : 'ahead'
        return (
          <li key={step} className={look} aria-current={look === 'now' ? 'step' : undefined}>
            <span className="dot" aria-hidden="true">
              {look === 'done' && '✓'}
            </span>
            <h2>{titles[step]}</h2>
            {show(step, look)}
          </li>
        )
      })}
    </ol>
  )
}
