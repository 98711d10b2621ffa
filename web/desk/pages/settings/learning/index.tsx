import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkspaceAnswer } from '../../../../../src/contract/answers.ts'
import { Choice } from '../../../../ui/field.tsx'
import { Loaded } from '../../../loaded.tsx'
import { usePathName } from '../../../path.ts'
import { workspace } from '../../../queries.ts'
import { changedPolicy, LengthField, lengthsOf, policyLines } from '../policies/lengths-form.tsx'
import { Setting } from '../setting.tsx'
import { Kinds } from './kinds.tsx'
import { words } from './words.ts'

/** Which kinds of issue are told apart, and how lessons become policy (Rules 28 and 29). */
export const LearningSettings = () => (
  <>
    <Kinds />
    <section className="learning-lessons">
      <h2>{words.lessons}</h2>
      <Loaded asked={useQuery(workspace)}>{({ policy }) => <LessonsForm policy={policy} />}</Loaded>
    </section>
  </>
)

const trial = ['lessonTrialDays'] as const

function LessonsForm({ policy }: { policy: WorkspaceAnswer['policy'] }) {
  const path = usePathName()
  const [adopters, setAdopters] = useState(policy.lessonsAdoptedBy)
  const [lengths, setLengths] = useState(() => lengthsOf(policy, trial))
  return (
    <Setting
      label={words.label}
      wish={() => {
        const wished = changedPolicy(lengths, policy)
        return wished ? { policy: { ...wished, lessonsAdoptedBy: adopters } } : { fault: words.incomplete }
      }}
      lines={set => ({
        [words.adopters]: words.adoptersAre[set.policy.lessonsAdoptedBy],
        ...policyLines(set.policy, trial, path),
      })}
    >
      <Choice label={words.adopters} options={words.adoptersAre} value={adopters} change={setAdopters} />
      <LengthField
        name="lessonTrialDays"
        text={lengths.lessonTrialDays ?? ''}
        change={text => setLengths({ lessonTrialDays: text })}
      />
    </Setting>
  )
}
