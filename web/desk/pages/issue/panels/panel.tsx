import type { ReactNode } from 'react'
import type { IssueAnswer, Waits } from '../../../../../src/contract/answers.ts'
import { type Act, ActButton } from '../act.tsx'
import type { Mode } from '../tray/modes.ts'
import './panels.css'

/** What every panel is given: the issue, who reads, and the way into the tray. */
export type PanelProps = { issue: IssueAnswer; me: string; choose: (mode: Mode) => void }

export const Panel = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <section className="panel">
    <h2>{title}</h2>
    {children}
  </section>
)

/** Whether it stands among what waits for the reader already: then its acts are there. */
export const waits = (issue: IssueAnswer, kind: Waits['kind']): boolean => issue.waits.some(one => one.kind === kind)

type ActsProps = { acts: readonly Act[]; number: number; choose: (mode: Mode) => void }

/** What may be done about it, small beside its words. */
export const PanelActs = ({ acts, number, choose }: ActsProps) =>
  acts.length > 0 && (
    <div className="panel-acts">
      {acts.map(act => (
        <ActButton key={act.says} act={act} number={number} choose={choose} look="quiet" />
      ))}
    </div>
  )
