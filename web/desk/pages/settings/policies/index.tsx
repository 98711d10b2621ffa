import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkspaceAnswer } from '../../../../../src/contract/answers.ts'
import { Loaded } from '../../../loaded.tsx'
import { usePathName } from '../../../path.ts'
import { workspace } from '../../../queries.ts'
import { Setting } from '../setting.tsx'
import { changedPolicy, LengthField, type Lengths, lengthsOf, policyLines } from './lengths-form.tsx'
import { LetterForm } from './letter.tsx'
import { words } from './words.ts'

/** The defaults of the rulebook, each in its words, as this workspace has them. */
export const PolicySettings = () => (
  <Loaded asked={useQuery(workspace)}>
    {({ policy }) => (
      <>
        <PolicyForm policy={policy} />
        <LetterForm letter={policy.letter} />
      </>
    )}
  </Loaded>
)

const all = words.chapters.flatMap(({ policies }) => policies)

function PolicyForm({ policy }: { policy: WorkspaceAnswer['policy'] }) {
  const path = usePathName()
  const [lengths, setLengths] = useState<Lengths>(() => lengthsOf(policy, all))
  return (
    <Setting
      label={words.label}
      wish={() => {
        const wished = changedPolicy(lengths, policy)
        return wished ? { policy: wished } : { fault: words.incomplete }
      }}
      lines={set => policyLines(set.policy, all, path)}
    >
      <p className="hint">{words.hint}</p>
      {words.chapters.map(({ title, policies }) => (
        <section key={title(path)} className="policies">
          <h2>{title(path)}</h2>
          {policies.map(name => (
            <LengthField
              key={name}
              name={name}
              text={lengths[name] ?? ''}
              change={text => setLengths(before => ({ ...before, [name]: text }))}
            />
          ))}
        </section>
      ))}
    </Setting>
  )
}
