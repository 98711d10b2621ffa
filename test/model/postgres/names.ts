import { randomUUIDv7 } from 'node:crypto'

/** Names of the model that are ids in the tables wherever they stand: of people, teams, customers and kinds. */
const everywhere = [
  ...['ben', 'eve', 'carla', 'dana', 'ravi', 'priya', 'otto', 'ada', 'olu', 'sam', 'gone'],
  ...['support', 'plans', 'activations', 'repair', 'sales'],
  ...['ana', 'anna', 'tom'],
  ...['exchange', 'bill', 'fax'],
]
/** Fields whose strings are ids of things that come and go. */
const idFields = new Set(['absence', 'cover', 'merge'])

/** The model calls everybody and everything by name, the tables by id. */
export class Names {
  readonly #ids: Map<string, string> = new Map(everywhere.map(name => [name, randomUUIDv7()]))
  readonly #names: Map<string, string> = new Map([...this.#ids].map(([name, id]) => [id, name]))

  idOf(name: string): string {
    const known = this.#ids.get(name)
    if (known) return known
    const id = randomUUIDv7()
    this.#ids.set(name, id)
    this.#names.set(id, name)
    return id
  }

  /** A value of the model, with ids in place of names. `words`: what becomes of a text under the fields that lead to it. */
  toTables<Value>(value: Value, words: (field: string, above: string) => string): Value {
    return walk(value, (text, field, above) => {
      if (/^w(:|$)/.test(text)) return words(field, above)
      return everywhere.includes(text) || idFields.has(field) ? this.idOf(text) : text
    })
  }

  /** A value of the tables as the model sees it; texts keep their ids. */
  toModel<Value>(value: Value): Value {
    return walk(value, text => this.#names.get(text) ?? text)
  }
}

/** The same value with every text in it told anew; `field`: the name under which it stands, `above`: the one above that. */
function walk<Value>(value: Value, tell: (text: string, field: string, above: string) => string): Value {
  const inner = (part: unknown, field: string, above: string): unknown => {
    if (typeof part === 'string') return tell(part, field, above)
    if (Array.isArray(part)) return part.map(one => inner(one, field, above))
    if (part instanceof Map)
      return new Map([...part].map(([key, one]) => [tell(key, '', field), inner(one, field, above)]))
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, inner(one, key, field)]))
  }
  return inner(value, '', '') as Value
}
