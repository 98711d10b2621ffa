import { Button } from '../../../ui/button.tsx'
import { words } from './words.ts'

type InOrderProps = {
  /** Whom or what it moves, as it stands in a sentence. */
  what: string
  place: number
  count: number
  move: (from: number, to: number) => void
  remove: () => void
}

/** The ways of one thing within an order: up, down, out. */
export const InOrder = ({ what, place, count, move, remove }: InOrderProps) => (
  <span className="in-order">
    <Button
      look="quiet"
      disabled={place === 0}
      aria-label={words.up(what)}
      title={words.up(what)}
      onClick={() => move(place, place - 1)}
    >
      {words.upShort}
    </Button>
    <Button
      look="quiet"
      disabled={place === count - 1}
      aria-label={words.down(what)}
      title={words.down(what)}
      onClick={() => move(place, place + 1)}
    >
      {words.downShort}
    </Button>
    <TakeOut what={what} remove={remove} />
  </span>
)

export const TakeOut = ({ what, remove }: Pick<InOrderProps, 'what' | 'remove'>) => (
  <Button look="quiet" aria-label={words.remove(what)} onClick={remove}>
    {words.removeShort}
  </Button>
)

/** A list in which one has gone from a place to another. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, place) => place !== from)
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)]
}

export const without = <Item,>(items: readonly Item[], place: number): Item[] => items.filter((_, at) => at !== place)

export const replaced = <Item,>(items: readonly Item[], place: number, item: Item): Item[] =>
  items.map((before, at) => (at === place ? item : before))
