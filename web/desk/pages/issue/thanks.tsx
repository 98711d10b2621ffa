import type { IssueAnswer, KudosAnswer, KudosRow, MessageAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { firstName } from '../../../ui/face.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import type { Names } from '../../names.ts'
import { useCommand } from '../../use-command.ts'
import { words } from './words.ts'

type ThanksProps = { message: MessageAnswer; issue: IssueAnswer; names: Names }

/** The thanks that were given for one moment; one's own can be taken back (Rule 30). */
export function Thanks({ message: { id }, issue, names }: ThanksProps) {
  const given = issue.kudos.filter(({ moment }) => moment === id)
  if (given.length === 0) return null
  return (
    <div className="thanks">
      {given.map(kudos => (
        <span key={kudos.id}>
          {words.thanks(fromOf(kudos, names))}
          {kudos.words && ` “${kudos.words}”`}
          {isBy(kudos, names.me) && <TakeBack number={issue.number} kudos={kudos} />}
        </span>
      ))}
    </div>
  )
}

const isBy = ({ by }: KudosAnswer, me: string): boolean => by.kind === 'member' && by.id === me

function fromOf({ by }: KudosAnswer, names: Names): string {
  if (by.kind === 'desk') return ''
  return by.id === names.me ? words.youThere : firstName(by.name)
}

type ThankProps = { message: MessageAnswer; issue: IssueAnswer; me: string }

/** A way to thank somebody else of the company for a word or a call, in one click. */
export function Thank({ message, issue, me }: ThankProps) {
  const { id, author, direction, call } = message
  if (author.kind !== 'member' || author.id === me || (direction !== 'out' && call === null)) return null
  if (!issue.may.includes('thank') || issue.kudos.some(kudos => kudos.moment === id && isBy(kudos, me))) return null
  return <ThankWhom number={issue.number} message={id} whom={author} />
}

function ThankWhom({ number, message, whom }: { number: number; message: string; whom: { id: string; name: string } }) {
  const name = firstName(whom.name)
  const { send, isSending, fault } = useCommand<object, KudosRow>('/kudos', {
    done: () => announce(words.thanked(name)),
  })
  return (
    <>
      <Button
        look="quiet"
        className="thank"
        busy={isSending}
        aria-label={words.thankFor(name)}
        onClick={() => send({ issue: number, message, for: whom.id })}
      >
        {words.thank}
      </Button>
      <Refusal fault={fault} />
    </>
  )
}

function TakeBack({ number, kudos }: { number: number; kudos: KudosAnswer }) {
  const { send, isSending, fault } = useCommand<object, null>(`/issues/${number}/kudos/${kudos.id}/take-back`, {
    done: () => announce(words.takenBack),
  })
  return (
    <>
      <Button look="quiet" className="thank" busy={isSending} onClick={() => send({})}>
        {words.takeBack}
      </Button>
      <Refusal fault={fault} />
    </>
  )
}
