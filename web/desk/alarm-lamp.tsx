import type { IssueRow } from '../../src/contract/answers.ts'
import { Lamp } from '../ui/marks.tsx'
import { useMe } from './me.ts'
import { words } from './words.ts'

/** The light of an open alarm, by the name of the workspace's path; what it means shows under the mouse. */
export function AlarmLamp({ state }: { state: NonNullable<IssueRow['escalation']>['state'] }) {
  const { name, meaning } = useMe().workspace.path
  return (
    <Lamp answered={state === 'answered'} title={meaning}>
      {state === 'answered' ? words.lampAnswered(name) : name}
    </Lamp>
  )
}
