import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components'
import { Dialog } from '../../ui/dialog.tsx'
import './palette.css'
import { type Found, useFound } from './use-found.ts'
import { words } from './words.ts'

/** Finds issues and customers, and goes anywhere, by keys alone. */
export default function Palette({ close }: { close: () => void }) {
  const [text, setText] = useState('')
  const chapters = useFound(useDeferredValue(text.trim()))
  const navigate = useNavigate()
  const everything = new Map(chapters.flatMap(({ found }) => found).map(one => [one.key, one]))
  const choose = (key: string): void => {
    const one = everything.get(key)
    if (!one) return
    close()
    void navigate(one.to)
  }
  const { label, hint, nothing, foot } = words.palette
  return (
    <Dialog label={label} close={close}>
      <Autocomplete inputValue={text} onInputChange={setText} disableVirtualFocus={false}>
        <SearchField aria-label={label} autoFocus className="palette-field">
          <Input placeholder={hint} />
        </SearchField>
        <ListBox
          className="palette-list"
          aria-label={label}
          items={chapters}
          selectionMode="none"
          onAction={key => choose(String(key))}
          renderEmptyState={() => <p className="palette-none">{nothing}</p>}
        >
          {({ name, found }) => (
            <ListBoxSection id={name} className="palette-section">
              <Header>{words.palette[name]}</Header>
              <Collection items={found}>{one => <FoundItem one={one} />}</Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
      <p className="palette-foot">{foot}</p>
    </Dialog>
  )
}

const FoundItem = ({ one }: { one: Found }) => (
  <ListBoxItem id={one.key} textValue={one.says} className={one.theirs ? 'palette-item theirs' : 'palette-item'}>
    <span>{one.says}</span>
    {one.beside && <small>{one.beside}</small>}
  </ListBoxItem>
)
