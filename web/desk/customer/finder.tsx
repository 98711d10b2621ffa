import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import type { CustomerAnswer } from '../../../src/contract/answers.ts'
import '../../ui/field.css'
import { customers } from '../queries.ts'
import './finder.css'
import { words } from './words.ts'

type FinderProps = {
  label: string
  text: string
  change: (text: string) => void
  choose: (customer: CustomerAnswer) => void
  /** Whether what is typed may be the name of somebody new. */
  takesOther?: boolean
}

/** A customer by two letters of their name, or a part of an address or number: the one way to find them. */
export function Finder({ label, text, change, choose, takesOther = false }: FinderProps) {
  const asked = useDeferredValue(text.trim())
  const { data, isFetching } = useQuery(customers(asked))
  const found = asked.length > 1 ? (data ?? []) : []
  return (
    <ComboBox
      className="field finder"
      inputValue={text}
      onInputChange={change}
      items={found}
      allowsCustomValue={takesOther}
      // They come a moment after what was typed.
      allowsEmptyCollection
      menuTrigger="input"
      onSelectionChange={key => {
        const customer = found.find(({ id }) => id === key)
        if (customer) choose(customer)
      }}
      // Whoever looks for somebody has them on the phone.
      autoFocus
    >
      <Label>{label}</Label>
      <Input className="input" autoComplete="off" />
      <Text slot="description" className="hint">
        {words.hint}
      </Text>
      <Popover className="finder-found" offset={4}>
        <ListBox
          aria-label={words.found}
          renderEmptyState={() => (
            <p className="finder-none">{asked.length < 2 ? words.hint : isFetching ? '…' : words.nobody}</p>
          )}
        >
          {(one: CustomerAnswer) => (
            <ListBoxItem id={one.id} textValue={one.name} className="finder-one">
              <strong>{one.name}</strong>
              <small>{besideOf(one)}</small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

const besideOf = ({ organization, phones, emails, open }: CustomerAnswer): string =>
  [words.open(open.length), ...[organization, ...phones, ...emails].filter(Boolean).slice(0, 3)]
    .filter(Boolean)
    .join(' · ')
