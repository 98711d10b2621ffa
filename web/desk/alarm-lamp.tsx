import type { IssueRow } from '../../src/contract/answers.ts'
import { Lamp } from '../ui/marks.tsx'
import { usePathName } from './path.ts'
import { words } from './words.ts'

/** The light of an open alarm, by the name of the workspace's path. */
export function AlarmLamp({ state }: { state: NonNullable<IssueRow['escalation']>['state'] }) {
  const path = usePathName()
  return <Lamp answered={state === 'answered'}>{state === 'answered' ? words.lampAnswered(path) : path}</Lamp>
}
