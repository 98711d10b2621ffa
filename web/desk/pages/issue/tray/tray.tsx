import type { ReactNode } from 'react'
import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { Button } from '../../../../ui/button.tsx'
import { firstName } from '../../../../ui/face.tsx'
import { usePathName } from '../../../path.ts'
import { AnswerAssist } from '../forms/answer-assist.tsx'
import { AskAssist } from '../forms/ask-assist.tsx'
import { AskCannotFix } from '../forms/cannot-fix.tsx'
import { Grant } from '../forms/grant.tsx'
import { LinkCause } from '../forms/link-cause.tsx'
import { Merge } from '../forms/merge.tsx'
import { oneTextOf } from '../forms/one-texts.ts'
import { Raise } from '../forms/raise.tsx'
import { SettleHuddle } from '../forms/settle-huddle.tsx'
import { PassOn, TellCannotFix, TellOfAssist } from '../forms/words-about.tsx'
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

type TrayProps = {
  issue: IssueAnswer
  mode: Mode
  choose: (mode: Mode) => void
  leave: (mode: Mode) => void
  asked: number
  me: string
}

/** Where one writes to the customer, keeps a note, logs a call, or does what needs words. */
export function Tray({ issue, mode: chosen, choose, leave, asked, me }: TrayProps) {
  const box = useFocusWhenAsked(asked)
  const mode = isPossible(chosen, issue) ? chosen : usualMode(issue)
  const { may, owner, phase, customer, mergedInto } = issue
  const mine = owner.id === me
  const hint = mergedInto
    ? words.goesOn(mergedInto.number)
    : phase === 'closed'
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
        over={() => leave(mode)}
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
  const { number, handoff, promises, assists, may } = issue
  const alarm = usePathName()
  const shared = { issue, beside, over }
  const oneText = oneTextOf(mode, issue, alarm)
  if (oneText) {
    const name = `${number} ${typeof mode === 'string' ? mode : Object.entries(mode).join()}`
    return <OneText key={name} name={name} {...oneText} beside={beside} over={over} />
  }
  if (typeof mode === 'object') {
    const promise = 'move' in mode && promises.find(({ id }) => id === mode.move)
    if (promise) return <Move promise={promise} {...shared} />
    const assist = assists.find(({ id }) => id === ('tell' in mode ? mode.tell : 'answer' in mode && mode.answer))
    if (!assist) return null
    return 'tell' in mode ? <TellOfAssist assist={assist} {...shared} /> : <AnswerAssist assist={assist} {...shared} />
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
    case 'ask_assist':
      return <AskAssist {...shared} />
    case 'raise':
      return <Raise {...shared} />
    case 'grant':
      return <Grant {...shared} />
    case 'cannot_fix':
      return <AskCannotFix {...shared} />
    case 'tell_cannot_fix':
      return <TellCannotFix {...shared} />
    case 'cause':
      return <LinkCause {...shared} />
    case 'merge':
      return <Merge {...shared} />
    case 'pass_on':
      return <PassOn {...shared} />
    case 'huddle':
      return issue.huddle ? <SettleHuddle huddle={issue.huddle} {...shared} /> : null
  }
}
