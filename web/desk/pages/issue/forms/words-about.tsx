import type { ReactNode } from 'react'
import type { AssistAnswer, IssueAnswer } from '../../../../../src/contract/answers.ts'
import { firstName } from '../../../../ui/face.tsx'
import { WordToCustomer } from './word-to-customer.tsx'
import { words } from './words.ts'

type AboutProps = { issue: IssueAnswer; beside: ReactNode; over: () => void }

/** The owner tells the customer what came of an assist, with its words in sight (Rule 16). */
export function TellOfAssist({ assist, ...shared }: AboutProps & { assist: AssistAnswer }) {
  const { number, customer } = shared.issue
  const name = firstName(customer.name)
  const who = assist.assistant?.name ?? ('member' in assist.of ? assist.of.member.name : assist.of.team.name)
  return (
    <WordToCustomer
      {...shared}
      path={`/issues/${number}/messages`}
      bodyOf={body => ({ body, to: 'customer' })}
      name={`${number} tell ${assist.id}`}
      begin=""
      title={words.tell.title(name)}
      label={words.tell.label(name)}
      act={words.tell.act(name)}
      done={words.tell.done(name)}
      about={
        assist.end?.words && (
          <figure className="tray-letter">
            <figcaption>{words.tell.came(who)}</figcaption>
            <blockquote dir="auto">{assist.end.words}</blockquote>
          </figure>
        )
      }
    />
  )
}

/** The honest reason and the alternative, as a supervisor has agreed to them (Rule 19). */
export function TellCannotFix(shared: AboutProps) {
  const { number, customer, cannotFix } = shared.issue
  const name = firstName(customer.name)
  const letter = cannotFix ? words.tellCannotFix.letter(customer.name, cannotFix.reason, cannotFix.alternative) : ''
  return (
    <WordToCustomer
      {...shared}
      path={`/issues/${number}/resolution/cannot-fix/tell`}
      bodyOf={(message, channel) => ({ message, channel })}
      name={`${number} tell cannot fix`}
      begin={letter}
      title={words.tellCannotFix.title(name)}
      label={words.tell.label(name)}
      act={words.tell.act(name)}
      done={words.tellCannotFix.done(name)}
      alsoByPhone
    />
  )
}

/** The word of a cause, which each owner passes on in their own name (Rule 22). */
export function PassOn(shared: AboutProps) {
  const { number, customer, cause } = shared.issue
  const name = firstName(customer.name)
  return (
    <WordToCustomer
      {...shared}
      path={`/issues/${number}/cause/pass-on`}
      bodyOf={body => ({ body })}
      name={`${number} pass on ${cause?.id}`}
      begin={cause?.word ?? ''}
      title={words.passOn.title(name)}
      label={words.tell.label(name)}
      act={words.passOn.act(name)}
      done={words.passOn.done(name)}
    />
  )
}
