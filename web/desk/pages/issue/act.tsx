import { Link } from '@tanstack/react-router'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Keys } from '../../../ui/keys.tsx'
import { useCommand } from '../../use-command.ts'
import { Refused } from './refused.tsx'
import type { Mode } from './tray/modes.ts'
import { useGoOn } from './use-go-on.ts'

/** Something that the reader may do here: at once, in words in the tray, or on a page of its own. */
export type Act = { says: string; keys?: string } & (
  | { send: string; body?: object; done: string }
  | { mode: Mode }
  | { to: Page }
)
type Page = '/desk/lessons/new' | '/desk/offers' | '/desk/issues/$number/hand-over' | '/desk/issues/$number/log'

type ActProps = {
  act: Act
  number: number
  choose: (mode: Mode) => void
  look?: 'plain' | 'primary' | 'quiet'
}

/** The button of an act; why it could not be done appears below it. */
export function ActButton({ act, number, choose, look = 'plain' }: ActProps) {
  if ('send' in act) return <AtOnce act={act} number={number} look={look} />
  const keys = act.keys === undefined ? {} : { keys: act.keys }
  if ('mode' in act)
    return (
      <Button look={look} {...keys} onClick={() => choose(act.mode)}>
        {act.says}
      </Button>
    )
  return (
    <Link
      to={act.to}
      params={{ number: String(number) }}
      search={act.to === '/desk/lessons/new' ? { issue: number } : {}}
      hash={act.to === '/desk/offers' ? String(number) : ''}
      className={`button ${look}`}
    >
      <span>{act.says}</span>
      {act.keys && <Keys keys={act.keys} />}
    </Link>
  )
}

type AtOnceProps = Pick<ActProps, 'number' | 'look'> & { act: Extract<Act, { send: string }> }

function AtOnce({ act, number, look = 'plain' }: AtOnceProps) {
  const goOn = useGoOn(number)
  const { send, isSending, fault } = useCommand<object, unknown>(act.send, {
    done: answer => {
      announce(act.done)
      goOn(answer)
    },
  })
  return (
    <>
      <Button look={look} busy={isSending} onClick={() => send(act.body ?? {})}>
        {act.says}
      </Button>
      <Refused fault={fault} />
    </>
  )
}
