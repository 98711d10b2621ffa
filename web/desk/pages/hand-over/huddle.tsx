import { Link } from '@tanstack/react-router'
import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useCommand } from '../../use-command.ts'
import { HuddleWords } from '../issue/panels/huddle.tsx'
import { words } from './words.ts'

/** A huddle under way: until it settles whose it is, this is what there is to do (Rule 11). */
export function OpenHuddle({ issue: { huddle, number, may }, me }: { issue: IssueAnswer; me: string }) {
  if (huddle?.state !== 'called') return null
  return (
    <section className="ended" aria-label={words.huddle}>
      <HuddleWords huddle={huddle} me={me} />
      {may.includes('settle_huddle') && (
        <p>
          <Link to="/desk/issues/$number" params={{ number: String(number) }} search={{ write: 'huddle' }}>
            {words.settleHuddle}
          </Link>
        </p>
      )}
    </section>
  )
}

type CallProps = { number: number; to: { member: string } | { team: string }; name: string }

/** Where an offer would go in a circle, its people come together instead. */
export function CallHuddle({ number, to, name }: CallProps) {
  const { send, isSending, fault } = useCommand<{ with: CallProps['to'] }>(`/issues/${number}/huddles/call`, {
    done: () => announce(words.huddleCalled),
  })
  return (
    <>
      <Button busy={isSending} onClick={() => send({ with: to })}>
        {words.callHuddle(name)}
      </Button>
      <Refusal fault={fault} />
    </>
  )
}
