import { useQuery } from '@tanstack/react-query'
import { Select } from '../../../../ui/select.tsx'
import { articles, macros } from '../../../queries.ts'
import { words } from './words.ts'

type ReadyText = { name: string; body: string }
const none: readonly never[] = []

/** Texts and articles that lessons brought, to be put into what one writes (Rule 28); nothing while there are none. */
export function ReadyTexts({ use }: { use: (text: string) => void }) {
  const texts: readonly ReadyText[] = useQuery(macros).data ?? none
  const whole = (useQuery(articles).data ?? none).map(({ title, body }) => ({ name: title, body }))
  if (texts.length + whole.length === 0) return null
  const all = [...texts, ...whole]
  const optionsOf = (from: readonly ReadyText[], first: number) =>
    from.map(({ name }, place) => ({ value: String(first + place), says: name }))
  const groups = [
    { heading: words.readyTexts, options: optionsOf(texts, 0) },
    { heading: words.readyArticles, options: optionsOf(whole, texts.length) },
  ]
  return (
    <div className="tray-ready">
      <Select
        label={words.ready}
        nothing={words.readyChoose}
        value=""
        change={chosen => {
          const text = all[Number(chosen)]
          if (chosen && text) use(text.body)
        }}
        options={groups.filter(({ options }) => options.length > 0)}
      />
    </div>
  )
}
