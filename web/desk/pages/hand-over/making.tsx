import type { ReactNode } from 'react'
import type { BriefAnswer, IssueAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { BriefCard } from '../../handoff/brief-card.tsx'
import { BriefForm } from './brief-form.tsx'
import type { Step } from './stage.ts'
import { Understand } from './understand.tsx'
import type { Draft } from './use-brief.ts'
import { Whom } from './whom.tsx'
import { words } from './words.ts'

type MakingProps = {
  step: Step
  look: 'done' | 'now' | 'ahead'
  issue: IssueAnswer
  draft: Draft
  change: (changes: Partial<Draft>) => void
  clear: () => void
}

/** A hand-off that is being made out. */
export function Making({ step, look, issue, draft, change, clear }: MakingProps): ReactNode {
  const name = firstName(issue.customer.name)
  switch (step) {
    case 'understood':
      return <Understand issue={issue} mayWrite />
    case 'brief':
      if (look === 'ahead') return null
      if (look === 'now') return <BriefForm issue={issue} draft={draft} change={change} />
      return (
        <div className="step-card">
          <BriefCard
            brief={briefOf(draft)}
            customer={issue.customer.name}
            promises={issue.promises}
            receiver={words.theReceiver}
          />
          <Button look="quiet" onClick={() => change({ briefed: false })}>
            {words.change}
          </Button>
        </div>
      )
    case 'whom':
      return look === 'now' ? <Whom issue={issue} draft={draft} change={change} offered={clear} /> : null
    case 'readBack':
      return <p className="ahead">{words.readBackAhead(words.somebody)}</p>
    case 'introduce':
      return <p className="ahead">{words.introduceAhead('them', name)}</p>
    case 'met':
      return <p className="ahead">{words.metAhead(words.somebody, name)}</p>
  }
}

const briefOf = ({ problem, tried, asked, told, callback, why }: Draft): BriefAnswer => ({
  problem,
  diagnosis: '',
  tried,
  why,
  asked,
  told,
  callback: callback || null,
})
