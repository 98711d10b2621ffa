import { unsaid } from '../figures/log.ts'
import { type Html, html } from './html.ts'

/** A name of the log, as long as there is room for: set apart, so that its direction of writing moves nothing else. */
export const named = (name: string, room = 80): Html => html`<bdi>${shortened(name, room)}</bdi>`

export function shortened(name: string, room: number): string {
  const plain = name.replace(/\s+/g, ' ').trim()
  return plain.length > room ? `${[...plain.slice(0, room - 1)].join('')}…` : plain
}

/** What each person of a case is called: by name if that was asked for, else by a number, as they come. */
export function personNames(
  values: readonly string[],
  persons: boolean,
): (who: number) => { called: string; short: string } {
  const numbers = new Map<number, number>()
  return who => {
    if (who === unsaid) return { called: 'nobody named', short: '' }
    const own = numbers.get(who) ?? numbers.size + 1
    numbers.set(who, own)
    if (persons) return { called: values[who] ?? '', short: shortened(values[who] ?? '', 14) }
    return { called: `person ${own}`, short: `${own}` }
  }
}
