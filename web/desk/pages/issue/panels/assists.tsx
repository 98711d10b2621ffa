import type { AssistAnswer, IssueAnswer } from '../../../../../src/contract/answers.ts'
import { firstName } from '../../../../ui/face.tsx'
import { useNow } from '../../../../ui/now.tsx'
import { Time } from '../../../../ui/time.tsx'
import type { Act } from '../act.tsx'
import { Panel, PanelActs, type PanelProps, waits } from './panel.tsx'
import { whoBegins } from './who.ts'
import { words as everything } from './words.ts'

const words = everything.assists
const open = ['asked', 'accepted', 'introduced']

/** What is asked of others for the customer, how it goes, and what came of it (Rule 16). */
export function Assists({ issue, me, choose }: PanelProps) {
  const { assists, number } = issue
  if (assists.length === 0) return null
  const isNow = ({ state, toTell }: AssistAnswer): boolean => open.includes(state) || toTell
  const [now, before] = [assists.filter(isNow), assists.filter(assist => !isNow(assist))]
  const show = (assist: AssistAnswer) => (
    <li key={assist.id}>
      <Assist assist={assist} me={me} />
      <PanelActs acts={actsOf(assist, issue)} number={number} choose={choose} />
    </li>
  )
  return (
    <Panel title={words.title(firstName(issue.customer.name))}>
      {now.length > 0 && <ul>{now.map(show)}</ul>}
      {before.length > 0 && (
        <details open={now.length === 0}>
          <summary>{words.before(before.length)}</summary>
          <ul>{before.map(show)}</ul>
        </details>
      )}
    </Panel>
  )
}

const nameOf = ({ of }: AssistAnswer): string => ('member' in of ? of.member.name : of.team.name)

/** One of them: whom it is asked of, what, how it goes, and what came of it. */
export function Assist({ assist, me }: { assist: AssistAnswer; me: string }) {
  const now = useNow()
  const { ask, state, due, assistant, of, touches, end } = assist
  const isOpen = open.includes(state)
  const came = state === 'returned' && end && !end.moved ? words.notMoved : words.states[state]
  const last = touches.at(-1)
  return (
    <>
      <p>
        <strong>{'member' in of ? whoBegins(of.member, me) : of.team.name}</strong>, {came}{' '}
        {assistant && 'team' in of && isOpen && `(${words.took(firstName(assistant.name))})`}
      </p>
      <p className="panel-words" dir="auto">
        {ask}
      </p>
      {last && isOpen && (
        <small dir="auto">
          {whoBegins(last.by, me)}: {last.note} {last.moved && `(${words.moved})`} <Time at={last.at} />
        </small>
      )}
      {end?.words && (
        <small dir="auto">
          “{end.words}” <Time at={end.at} />
        </small>
      )}
      {isOpen && (
        <small className={due < now ? 'owed' : undefined}>
          {everything.by} <Time at={due} both />
        </small>
      )}
    </>
  )
}

function actsOf(assist: AssistAnswer, issue: IssueAnswer): Act[] {
  const { number, customer, may: mayHere } = issue
  const { id, may, state, toTell } = assist
  const [name, path] = [firstName(customer.name), `/issues/${number}/assists/${id}`]
  const does = assist.assistant ? firstName(assist.assistant.name) : nameOf(assist)
  return [
    ...(may.includes('accept') ? [{ says: words.accept, send: `${path}/accept`, done: words.accepted }] : []),
    ...((may.includes('touch') || may.includes('return')) && !waits(issue, 'assist')
      ? [{ says: words.answer, mode: { answer: id } }]
      : []),
    ...(toTell && mayHere.includes('write') && !waits(issue, 'assist_over')
      ? [{ says: words.tell(name), mode: { tell: id } }]
      : []),
    ...(may.includes('introduce') ? [{ says: words.introduceWho(does, name), mode: { introduce: id } }] : []),
    ...(may.includes('withdraw')
      ? [
          state === 'introduced'
            ? { says: words.withdraw, mode: { withdraw: id } }
            : { says: words.withdraw, send: `${path}/withdraw`, done: words.withdrawn },
        ]
      : []),
  ]
}
