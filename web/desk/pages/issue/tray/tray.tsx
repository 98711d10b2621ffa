import type { ReactNode } from 'react'
import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { Button } from '../../../../ui/button.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { CallLog } from './call.tsx'
import { HeardNo, HeardYes } from './heard.tsx'
import { isPossible, type Mode, usualMode } from './modes.ts'
import { Move } from './move.tsx'
import { Note } from './note.tsx'
import { OneText } from './one-text.tsx'
import { Solved } from './solved.tsx'
import './tray.css'
import { useFocusWhenAsked } from './tray-form.tsx'
import { words } from './words.ts'
import { Write } from './write.tsx'

type TrayProps = { issue: IssueAnswer; mode: Mode; choose: (mode: Mode) => void; asked: number; me: string }

/** Where one writes to the customer, keeps a note, logs a call, or does what needs words. */
export function Tray({ issue, mode: chosen, choose, asked, me }: TrayProps) {
  const box = useFocusWhenAsked(asked)
  const mode = isPossible(chosen, issue) ? chosen : usualMode(issue)
  const { may, owner, phase, customer } = issue
  const mine = owner.id === me
  const hint =
    phase === 'closed'
      ? words.closed(firstName(customer.name))
      : may.includes('write') || may.includes('greet')
        ? null
        : words.notMine(firstName(owner.name))
  return (
    <section
      className={typeof mode === 'string' && short.has(mode) ? 'tray' : 'tray long'}
      aria-label={words.region}
      ref={box}
    >
      <ModeForm
        issue={issue}
        mode={mode}
        mine={mine}
        hint={hint}
        over={() => choose(usualMode(issue))}
        beside={<Ways issue={issue} mode={mode} choose={choose} />}
      />
    </section>
  )
}

const short = new Set<Mode>(['customer', 'note', 'call'])

/** The other things that one may write here. */
function Ways({ issue, mode, choose }: { issue: IssueAnswer; mode: Mode; choose: (mode: Mode) => void }) {
  const name = firstName(issue.customer.name)
  const ways: [Mode, string, string][] = [
    ['customer', issue.may.includes('greet') ? words.greet(name) : words.toCustomer(name), 'R'],
    ['note', words.note, 'O'],
    ['call', words.call, 'C'],
  ]
  return (
    <div className="tray-ways">
      {ways
        .filter(([way]) => way !== mode && isPossible(way, issue))
        .map(([way, says, keys]) => (
          <Button key={says} keys={keys} onClick={() => choose(way)}>
            {says}
          </Button>
        ))}
    </div>
  )
}

type FormProps = {
  issue: IssueAnswer
  mode: Mode
  mine: boolean
  hint: string | null
  beside: ReactNode
  over: () => void
}

function ModeForm({ issue, mode, mine, hint, beside, over }: FormProps) {
  const { number, owner, customer, handoff, promises, may } = issue
  const [name, ownerName] = [firstName(customer.name), firstName(owner.name)]
  const shared = { issue, beside, over }
  if (typeof mode === 'object') {
    const promise = promises.find(({ id }) => id === mode.move)
    return promise ? <Move promise={promise} {...shared} /> : null
  }
  switch (mode) {
    case 'customer':
      return (
        <Write
          issue={issue}
          beside={beside}
          greetsFor={may.includes('greet') && handoff ? firstName(handoff.giver.name) : null}
        />
      )
    case 'note':
      return <Note issue={issue} beside={beside} hint={hint} />
    case 'call':
      return <CallLog issue={issue} beside={beside} mine={mine || may.includes('write') || may.includes('greet')} />
    case 'solved':
      return <Solved {...shared} />
    case 'yes':
      return <HeardYes {...shared} />
    case 'no':
      return <HeardNo {...shared} />
    case 'takeover':
      return (
        <OneText
          path={`/issues/${number}/takeover`}
          field="reason"
          name={`${number} takeover`}
          title={words.takeoverTitle(owner.name)}
          label={words.takeoverWhy}
          hint={words.takeoverHint(ownerName, name)}
          act={words.takeover}
          done={words.takenOver(name)}
          beside={beside}
          over={over}
        />
      )
    case 'stand_down':
      return (
        <OneText
          path={`/issues/${number}/escalations/${issue.escalation?.id}/stand-down`}
          field="outcome"
          name={`${number} stand down`}
          title={words.standDownTitle}
          label={words.outcomeWords}
          hint={words.standDownHint(name)}
          act={words.standDown}
          done={words.stoodDown}
          beside={beside}
          over={over}
        />
      )
    case 'diagnosis':
      return (
        <OneText
          path={`/issues/${number}/diagnoses`}
          field="text"
          name={`${number} diagnosis`}
          title={words.diagnosisTitle}
          label={words.diagnosisTitle}
          hint={words.diagnosisHint}
          act={words.keepDiagnosis}
          done={words.diagnosisKept}
          beside={beside}
          over={over}
        />
      )
  }
}
