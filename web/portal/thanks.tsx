import { useState } from 'react'
import type { PortalAnswer } from '../../src/contract/answers.ts'
import { firstName } from '../ui/face.tsx'
import { Fault } from './fault.tsx'
import { type Page, useAct } from './use-act.ts'
import { words } from './words.ts'

type Message = PortalAnswer['messages'][number]

/** Thanks for what somebody of ours wrote or said, with one click (Rule 30). Right after it, it can be taken back. */
export function Thanks({ message: { id, name, kudos }, page }: { message: Message; page: Page }) {
  const { act, sending, failed } = useAct(page)
  const [justNow, setJustNow] = useState(false)
  const first = firstName(name)
  const thank = async (): Promise<void> => setJustNow(await act('/kudos', { message: id }, null))
  const takeBack = async (): Promise<void> => {
    if (await act(`/kudos/${kudos}/take-back`, {}, null)) setJustNow(false)
  }
  return (
    <div className="thanks">
      <p className="said" role="status">
        {kudos !== null && words.thanked(first)}
      </p>
      {kudos === null && (
        <button type="button" className="quiet" disabled={sending} onClick={() => void thank()}>
          {words.thank(first)}
        </button>
      )}
      {kudos !== null && justNow && (
        <button type="button" className="quiet" disabled={sending} onClick={() => void takeBack()}>
          {words.takeBack}
        </button>
      )}
      <Fault reply={failed} />
    </div>
  )
}
