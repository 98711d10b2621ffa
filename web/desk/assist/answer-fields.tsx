import { Check, Choice, TextArea } from '../../ui/field.tsx'
import type { Answering } from './use-answer.ts'
import { words } from './words.ts'

/** How it is with what was asked, in a choice and a line of words. */
export const AnswerFields = ({ answering: { draft, change, ways, how } }: { answering: Answering }) => (
  <>
    <Choice label={words.how} options={ways} value={how} change={next => change({ how: next })} />
    <TextArea label={words.label[how]} rows={3} value={draft.text} change={text => change({ text })} />
    {how === 'going' && (
      <Check checked={draft.moved} change={moved => change({ moved })}>
        {words.hasMoved}
      </Check>
    )}
  </>
)
