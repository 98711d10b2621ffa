import { type Mapping, ReadingFault } from '../../event.ts'
import { isStatusOfCase, type KnownSystem, knownSystems, nameKey } from './known.ts'
import { nearest } from './nearest.ts'

export const roles = ['case', 'time', 'person', 'group', 'status', 'activity'] as const
type Role = (typeof roles)[number]

/** What a log has: the names of its columns, and some of the values in one. */
export type Columns = {
  /** As they are called in a sentence: columns, or attributes. */
  called: 'columns' | 'attributes'
  names: readonly string[]
  sampleOf(name: string): readonly string[]
}

/**
 * Which column is what: as the user said, else as in the known system that fits best. One fits when it tells the case and
 * the time. Throws a {@link ReadingFault} that names the columns when one does not exist, or case or time is not known.
 */
export function mapColumns(columns: Columns, asked: Readonly<Partial<Mapping>>): { mapping: Mapping; said: string[] } {
  const said = roles.flatMap(role => (asked[role] == null ? [] : [[role, columnCalled(asked[role], columns, role)]]))
  const stated: Partial<Record<Role, string>> = Object.fromEntries(said)
  const guess = bestGuess(columns, stated, asked)
  const column = (role: Role): string | null =>
    stated[role] ?? (asked[role] === null ? null : (guess?.found[role] ?? null))
  const [caseColumn, time] = [column('case'), column('time')]
  if (!caseColumn || !time) throw new ReadingFault(unknown(columns, { caseColumn, time }))
  const mapping: Mapping = {
    case: caseColumn,
    time,
    person: column('person'),
    group: column('group'),
    status: column('status'),
    activity: column('activity'),
  }
  return { mapping, said: sentences(mapping, stated, guess?.system ?? null) }
}

/** The column with this name, whatever its case and the blanks around it. */
export function columnCalled(name: string, { called, names }: Columns, option: string): string {
  const alike = (one: string): string => one.trim().toLowerCase()
  const named = (wanted: string) => names.find(one => one === wanted) ?? names.find(one => alike(one) === alike(wanted))
  // Event and trace may have attributes of the same name. A case is told by its trace, the rest by the event first.
  const ofTrace = called === 'attributes' ? named(`case:${name}`) : undefined
  const found = option === 'case' ? (ofTrace ?? named(name)) : (named(name) ?? ofTrace)
  if (found !== undefined) return found
  const near = nearest(name, names)
  const meant = near === null ? '' : ` Did you mean "${near}"?`
  throw new ReadingFault(`There is no "${name}" in this log (--${option}).${meant} Its ${called} are ${listed(names)}.`)
}

type Guess = { system: KnownSystem; found: Partial<Record<Role, string>> }

function bestGuess(
  columns: Columns,
  stated: Partial<Record<Role, string>>,
  asked: Readonly<Partial<Mapping>>,
): Guess | null {
  const guesses = knownSystems.map(system => ({ system, found: foundIn(columns, system) }))
  const fitting = guesses.filter(({ system, found }) => {
    const fits = (role: 'case' | 'time'): boolean =>
      stated[role] === undefined ? found[role] !== undefined : system[role].includes(nameKey(stated[role]))
    // Both said by the user: then one of them shows which system it is.
    if (stated.case !== undefined && stated.time !== undefined) return fits('case') || fits('time')
    return (fits('case') || stated.case !== undefined) && (fits('time') || stated.time !== undefined)
  })
  const open = roles.filter(role => stated[role] === undefined && asked[role] === undefined)
  const wealth = ({ found }: Guess): number => roles.filter(role => found[role] !== undefined).length
  const [best] = fitting.sort((one, other) => wealth(other) - wealth(one))
  if (!best || open.length === 0) return null
  const used = new Set(Object.values(stated))
  const free = open.flatMap(role => {
    const name = best.found[role]
    return name === undefined || used.has(name) ? [] : [[role, name] as const]
  })
  return { system: best.system, found: Object.fromEntries(free) }
}

function foundIn(columns: Columns, system: KnownSystem): Partial<Record<Role, string>> {
  const byKey = new Map<string, string>()
  for (const name of columns.names) if (!byKey.has(nameKey(name))) byKey.set(nameKey(name), name)
  const pairs = roles.flatMap(role => {
    const names = system[role].flatMap(key => byKey.get(key) ?? [])
    const usable = names.find(name => !nameKey(name).startsWith('lifecycle') || isStatusOfCase(columns.sampleOf(name)))
    return usable === undefined ? [] : [[role, usable] as const]
  })
  return Object.fromEntries(pairs)
}

function sentences(mapping: Mapping, stated: Partial<Record<Role, string>>, system: KnownSystem | null): string[] {
  const guessed = roles.filter(role => mapping[role] !== null && stated[role] === undefined)
  const missing = roles.filter(role => mapping[role] === null)
  return [
    ...(system && guessed.length > 0
      ? [
          `Guessed, as it looks like a log of ${system.name}: ${guessed.map(role => `${role} is "${mapping[role]}"`).join(', ')}.`,
        ]
      : []),
    ...(missing.length > 0 ? [`Not in this log, as far as was said or guessed: ${missing.join(', ')}.`] : []),
  ]
}

function unknown(columns: Columns, found: { caseColumn: string | null; time: string | null }): string {
  const needed = [
    ...(found.caseColumn ? [] : ['the case (--case NAME)']),
    ...(found.time ? [] : ['the time of an event (--time NAME)']),
  ]
  return `Say which of the ${columns.called} is ${needed.join(' and which is ')}. There are ${listed(columns.names)}.`
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 60).map(name => `"${name.slice(0, 60)}"`)
  return names.length > 60 ? `${shown.join(', ')} and ${names.length - 60} more` : shown.join(', ')
}
