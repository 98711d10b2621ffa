import { type DragEvent, type ReactNode, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { words } from './words.ts'

type ChooseProps = {
  take: (file: File) => void
  takeExample: () => void
  /** Whether somebody comes back to choose another one. */
  again: boolean
  /** What was wrong with the file before. */
  children: ReactNode
}

/** Where the figures of another desk come from: a file that is chosen or dropped, or an example. */
export function Choose({ take, takeExample, again, children }: ChooseProps) {
  const { heading, how, command, label, hint, example, drop } = words.choose
  const [over, setOver] = useState(false)
  const dropped = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) take(file)
  }
  const dragged = (event: DragEvent): void => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      className={over ? 'compare-choose over' : 'compare-choose'}
      aria-label={heading}
      onDragOver={dragged}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <h2>{over ? drop : heading}</h2>
      <p>{how}</p>
      <pre>
        <code>{command}</code>
      </pre>
      {children}
      <Field
        label={label}
        hint={hint}
        type="file"
        autoFocus={again}
        accept=".json,application/json"
        change={() => {}}
        onInput={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) take(file)
          // The same file may be chosen again when it has been mended.
          currentTarget.value = ''
        }}
      />
      <p>
        <Button onClick={takeExample}>{example}</Button>
      </p>
    </section>
  )
}
