import { useState } from 'react'
import type { CauseAnswer } from '../../../../src/contract/answers.ts'
import { announce } from '../../../ui/announce.tsx'
import { TextArea } from '../../../ui/field.tsx'
import type { Fault } from '../../../ui/refusal.tsx'
import { Select } from '../../../ui/select.tsx'
import { Unfold, Unfolded } from '../../unfold.tsx'
import { useCommand } from '../../use-command.ts'
import { useDraft } from '../../use-draft.ts'
import { momentOf, useWhen } from '../../when/use-when.ts'
import { WhenField } from '../../when/when-field.tsx'
import { chosen, useWhom } from '../issue/forms/whom.ts'
import { Assist } from '../issue/panels/assists.tsx'
import { words } from './words.ts'

/** What is asked of others for its customers, on whichever of its issues (Rules 16 and 22). */
export function Work({ cause: { id, assists, may, lead }, me }: { cause: CauseAnswer; me: string }) {
  return (
    <section>
      <h2>{words.work}</h2>
      {assists.length === 0 && <p className="hint">{words.noWork}</p>}
      <ul className="panel cause-work">
        {assists.map(({ issue, assist }) => (
          <li key={`${issue} ${assist.id}`}>
            <Assist assist={assist} me={me} />
            <small>{words.for(issue)}</small>
          </li>
        ))}
      </ul>
      {may.includes('ask_assist') ? (
        <Unfold says={words.ask}>{over => <Ask id={id} me={me} over={over} />}</Unfold>
      ) : (
        lead.id === me && <p className="hint">{words.leadAsks}</p>
      )}
    </section>
  )
}

const empty = { whom: '', ask: '', due: '' }

function Ask({ id, me, over }: { id: number; me: string; over: () => void }) {
  const { options } = useWhom([me])
  const { draft, change, clear } = useDraft(`cause ${id} assist`, empty)
  const [faulty, setFaulty] = useState<Fault | null>(null)
  const understood = useWhen(draft.due)
  const command = useCommand<object, CauseAnswer>(`/causes/${id}/assists`, {
    done: () => {
      clear()
      announce(words.asked)
      over()
    },
  })
  const submit = async (): Promise<void> => {
    command.clear()
    const [of, ask] = [chosen(draft.whom), draft.ask.trim()]
    if (!of) return setFaulty(words.needsWhom)
    if (!ask) return setFaulty(words.needsWords)
    const due = draft.due.trim() === '' ? { at: null } : await momentOf(draft.due)
    if ('fault' in due) return setFaulty(due.fault)
    setFaulty(null)
    command.send({ of, ask, due: due.at })
  }
  return (
    <Unfolded
      label={words.ask}
      act={words.askAct}
      submit={() => void submit()}
      busy={command.isSending}
      fault={faulty ?? command.fault}
      over={over}
    >
      <Select
        label={words.whom}
        nothing={words.nobody}
        value={draft.whom}
        change={whom => change({ whom })}
        options={options}
      />
      <TextArea label={words.askField} rows={3} value={draft.ask} change={ask => change({ ask })} />
      <WhenField
        label={words.due}
        value={draft.due}
        change={due => change({ due })}
        understood={understood}
        hint={words.dueHint}
      />
    </Unfolded>
  )
}
