import type { LessonAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Hands } from '../../../ui/face.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { useCommand } from '../../use-command.ts'
import { words } from './words.ts'

/** Who supports it; everybody may, once, and take it back. */
export function Support({ lesson: { id, supporters, may } }: { lesson: LessonAnswer }) {
  const takesBack = may.includes('take_support_back')
  const { send, isSending, fault } = useCommand<{ supports: boolean }, LessonAnswer>(`/lessons/${id}/support`, {
    done: () => announce(takesBack ? words.supportedNoMore : words.supported),
  })
  const people = supporters.map(({ member }) => member)
  return (
    <section>
      <h2>{words.support}</h2>
      <div className="lesson-support">
        <p className="person">
          {people.length > 0 && <Hands people={people} />}
          {people.length > 0 ? people.map(({ name }) => name).join(', ') : words.nobody}
        </p>
        {(takesBack || may.includes('support')) && (
          <Button busy={isSending} look={takesBack ? 'quiet' : 'plain'} onClick={() => send({ supports: !takesBack })}>
            {takesBack ? words.supportsNoMore : words.supports}
          </Button>
        )}
      </div>
      <Refusal fault={fault} />
    </section>
  )
}
