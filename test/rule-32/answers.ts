import { z } from 'zod'
import type { Route } from '../../src/server/route.ts'

/**
 * Rule 32 as a machine can hold it: no answer ranks people, or says of a person how much they closed, how often they were
 * called, or how long they took. What is found is said as a sentence, with where it stands.
 *
 * A *person* is an object with `id`, `name` and `hue`. What stands in the same object as a person, or below it, stands
 * *beside* them.
 */

/** Numbers that may be said of a person, each with why: none says how much they did, or how fast. */
export const ofPerson: Readonly<Record<string, string>> = {
  hue: 'the colour of a face',
  open: 'how many issues are with them now, so that somebody can help',
  dueToday: 'on how many of these a customer hears from us today',
  room: 'how many issues they have room for, as they or an admin set it',
  amount: 'up to what they concede, or what one concession is worth to one customer',
  place: 'on which rung of the ladder an alarm called them',
  minutes: 'how long a rung has to answer, as an admin set it',
  weekday: 'on which day a turn is handed over, as an admin set it',
}

/** Numbers that may stand beside a person in something else, such as an issue: names of it, and what happened to it. */
export const ofThing: Readonly<Record<string, string>> = {
  number: 'which issue',
  id: 'which promise, handoff, assist, lesson … of an issue',
  issue: 'which issue',
  handoff: 'which handoff of the issue',
  promise: 'which promise of the issue',
  lesson: 'which lesson',
  assist: 'which assist of the issue',
  contact: 'which contact of the issue',
  concession: 'which concession of the issue',
  other: 'which other issue',
  into: 'which promise or issue it became',
  with: 'which issue merged with it',
  from: 'from which issue it came',
  version: 'how often the issue or lesson has changed',
  rank: 'of an issue, by what its customer waits for (Rule 25): 0 escalated, 1 owed, 2 running, 3 closed',
  rung: 'which rung of the ladder',
  size: 'how big a file is',
  times: 'how often one offer was tried that goes in a circle',
  moves: 'how often one promise was moved',
  recurrences: 'how often one issue came back',
  supporters: 'how many support one lesson',
  comments: 'how many comments one lesson has',
  tries: 'how often one mail was tried',
}
/** By these something says that it is no row of a person. */
const things = ['number', 'issue', 'lesson', 'version', 'id']

/** The same of one key inside of another. */
const allowedIn: Readonly<Record<string, string>> = {
  'calling.calls': 'how often one alarm has called; not how often somebody was',
  'live.callback': 'which promise calls the customer back',
  'messages.kudos': 'which thanks a message has from the reader',
  'grants.left': 'how much the reader may still concede here',
  'waits.of': 'which promise, handoff or assist of the issue waits',
  // What waits for the reader: nobody else is told it.
  'counts.mine': 'how many issues are with me now',
  'counts.owed': 'on how many of them a customer waits',
  'counts.offers': 'how many offers wait for me',
  'counts.work': 'on how many issues something waits for me',
  'counts.intake': 'how many issues nobody has claimed',
  'counts.notices': 'how much I was told and have not seen',
  'counts.keptMail': 'how many mails need somebody',
}

const counted = 'today|count|number|total|week|month|day|hour|rate|share'
/** What no key beside a person may speak of; its words stand apart. */
const forbidden = new RegExp(
  [
    'closings?|calls|handle[ds]?|handling|durations?|averages?|avg|means?|median|percentile|ranking|ranked|scores?|points',
    'leader|leaderboard|best|worst|fastest|slowest|throughput|productivity|efficiency|utili[sz]ation|occupancy|speed|pace',
    `(?:closed|solved|resolved|answered|handled|called) (?:${counted})|(?:${counted})s?(?: of)? (?:closed|solved|resolved|calls)`,
    'per (?:day|hour|week|month)|(?:first )?(?:response|resolution|reply|answer|talk|wrap|handle|handling) (?:time|minutes|seconds)',
    'time to \\w+',
  ]
    .map(words => `\\b(?:${words})\\b`)
    .join('|'),
)
const speaksOf = (key: string): boolean =>
  forbidden.test(
    key
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .replace(/[^\p{L}\d]+/gu, ' ')
      .toLowerCase(),
  )

/** Parameters by which people could be sorted. */
const sorting = /^(?:sort|order|rank|top|orderby|sortby)/i
/** Values by which figures could be told apart by person. */
const byPerson = /^(?:member|owner|person|people|agent|assignee|user|staff|supervisor)s?$/i

/** Routes that ask for one person, each with why it is not about how much they do. */
export const asksForPerson: Readonly<Record<string, string>> = {
  '/api/v1/issues': 'what is with one person now, or was: their issues in the one order, and no count of them',
  '/api/v1/members/:id/away': 'which promises fall due while somebody is away (Rule 15)',
  '/api/v1/members/:id/absences': 'when somebody is away (Rule 15)',
  '/api/v1/members/:id/away/:absence': 'one absence, and who covers it (Rule 15)',
  '/api/v1/members/:id/away/:absence/summary': 'what happened to the customers while somebody was away (Rule 15)',
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Schema = { [key: string]: unknown }

const isObject = (value: unknown): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The one person of an object: it is one, or names one beside what else it says. */
type Person = { id: string; name: string }
const personIn = (value: Json): Person | null => {
  if (!isObject(value)) return null
  if (typeof value.id === 'string' && typeof value.name === 'string' && 'hue' in value)
    return { id: value.id, name: value.name }
  const named = Object.values(value).flatMap(part => personIn(part) ?? [])
  return named.length === 1 ? (named[0] ?? null) : null
}

/** What is wrong with an answer as it came; `people`: the ids and names of everybody who works there. */
export function faultsOfAnswer(at: string, answer: unknown, people: ReadonlySet<string>): string[] {
  return faultsOf(at, answer as Json, { people, beside: false, thing: false })
}

/** `beside`: a person stands beside it; `thing`: it is part of something that is no person. */
type Seen = { people: ReadonlySet<string>; beside: boolean; thing: boolean }

function faultsOf(at: string, value: Json, seen: Seen): string[] {
  if (Array.isArray(value))
    return [...orderFaults(at, value), ...value.flatMap((one, place) => faultsOf(`${at}[${place}]`, one, seen))]
  if (!isObject(value)) return []
  const isPerson = isDirectPerson(value)
  const beside = seen.beside || isPerson || Object.values(value).some(part => isDirectPerson(part))
  const thing = !isPerson && (seen.thing || things.some(key => key in value))
  return Object.entries(value).flatMap(([key, part]) => {
    const here = `${at}.${key}`
    const found: string[] = []
    if (seen.people.has(key)) found.push(`${here}: figures by person`)
    if (beside) found.push(...keyFaults(here, key, typeof part === 'number', thing))
    return [...found, ...faultsOf(here, part, { people: seen.people, beside, thing })]
  })
}

const isDirectPerson = (value: Json): boolean =>
  (isObject(value) && 'id' in value && 'name' in value && 'hue' in value) ||
  (isObject(value) && isObject(value.member ?? null) && isDirectPerson(value.member ?? null)) ||
  (Array.isArray(value) && value.some(isDirectPerson))

function keyFaults(at: string, key: string, isNumber: boolean, thing: boolean): string[] {
  if (Object.keys(allowedIn).some(one => at.replaceAll(/\[\d*\]/g, '').endsWith(`.${one}`))) return []
  if (speaksOf(key)) return [`${at}: "${key}" beside a person`]
  return isNumber && !(key in ofPerson) && !(thing && key in ofThing)
    ? [`${at}: a number beside a person that nobody has said is allowed`]
    : []
}

/** Lists that are in an order of their own, which is no order of people by a figure. */
export const ordered: Readonly<Record<string, string>> = {
  rotation: 'in turn, as an admin set it',
  rota: 'in turn, as an admin set it',
  rungs: 'the ladder, as an admin set it',
  called: 'as the ladder called them, rung by rung',
}

/** People stand in the order of their names, or what they did in the order of time. */
function orderFaults(at: string, list: readonly Json[]): string[] {
  const key = /\.(\w+)$/.exec(at)?.[1] ?? ''
  if (key in ordered) return []
  const people = list.flatMap(one => personIn(one) ?? [])
  const areDistinct = new Set(people.map(({ id }) => id)).size === people.length
  // Rows about something else name the same people again and again; teams may stand beside people.
  if (people.length < 2 || people.length * 2 < list.length || !areDistinct) return []
  const names = people.map(({ name }) => name)
  if (isInOrder(names, (one, other) => one.localeCompare(other)) || isInTime(list)) return []
  // What has a number of its own (an issue, an absence) is a list of those, not of people.
  if (list.every(one => isObject(one) && ('issue' in one || 'number' in one || 'lesson' in one))) return []
  return [`${at}: people in another order than that of their names: ${names.join(', ')}`]
}

const isInOrder = <T>(list: readonly T[], compare: (one: T, other: T) => number): boolean =>
  list.every((one, place) => place === 0 || compare(list[place - 1] as T, one) <= 0)

const timeKeys = ['at', 'since', 'from', 'proposedAt', 'due', 'answeredAt', 'openedAt']

/** Whether each says when, and they stand in that order. */
const isInTime = (list: readonly Json[]): boolean =>
  timeKeys.some(key => {
    const times = list.flatMap(one => (isObject(one) && typeof one[key] === 'string' ? [one[key]] : []))
    const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
    return (
      times.length === list.length &&
      (isInOrder(times, compare) || isInOrder(times, (one, other) => compare(other, one)))
    )
  })

/** What is wrong with a route as it is declared: with what it could answer, and with what it can be asked. */
export const faultsOfRoute = ({ method, path, params, query, answer, contentType }: Declared): string[] => {
  const at = `${method} ${path}`
  const asked = [params, query].flatMap(schema => (schema ? [jsonSchema(schema)] : []))
  const answered =
    contentType === 'application/json'
      ? schemaFaults(`${at} →`, jsonSchema(answer), { beside: false, thing: false })
      : []
  return [...(method === 'GET' ? asked.flatMap(schema => askedFaults(at, path, schema)) : []), ...answered]
}

export type Declared = Pick<Route, 'method' | 'path' | 'params' | 'query' | 'answer' | 'contentType'>

const jsonSchema = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', reused: 'inline' }) as Schema

function askedFaults(at: string, path: string, schema: Schema): string[] {
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  return Object.entries(properties).flatMap(([name, one]) => {
    if (sorting.test(name)) return [`${at}?${name}: people, or anything else, could be sorted by it`]
    const values = ((one.enum as unknown[] | undefined) ?? []).filter(value => byPerson.test(String(value)))
    if (values.length > 0) return [`${at}?${name}=${values.join('|')}: figures by person`]
    const isPerson = byPerson.test(name) || (name === 'id' && path.includes('/members/'))
    return isPerson && !(path in asksForPerson) ? [`${at}?${name}: asks for one person`] : []
  })
}

function schemaFaults(at: string, schema: Schema, seen: Omit<Seen, 'people'>): string[] {
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  const isPerson = isPersonSchema(schema)
  const beside = seen.beside || isPerson || Object.values(properties).some(isPersonSchema)
  const thing = !('hue' in properties) && (seen.thing || things.some(key => key in properties))
  const variants = [schema.anyOf, schema.oneOf, schema.allOf].flatMap(list => (Array.isArray(list) ? list : []))
  const keyed = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null
  return [
    ...variants.flatMap(one => schemaFaults(at, one as Schema, seen)),
    ...(schema.items ? schemaFaults(`${at}[]`, schema.items as Schema, seen) : []),
    ...(keyed ? schemaFaults(`${at}{}`, keyed as Schema, seen) : []),
    ...Object.entries(properties).flatMap(([key, one]) => [
      ...(beside ? keyFaults(`${at}.${key}`, key, isNumeric(one), thing) : []),
      ...schemaFaults(`${at}.${key}`, one, { beside, thing }),
    ]),
  ]
}

function isPersonSchema(schema: Schema): boolean {
  const variants = [schema.anyOf, schema.oneOf].flatMap(list => (Array.isArray(list) ? (list as Schema[]) : []))
  if (variants.some(isPersonSchema)) return true
  if (schema.items && isPersonSchema(schema.items as Schema)) return true
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  if ('id' in properties && 'name' in properties && 'hue' in properties) return true
  return Object.keys(properties).length === 1 && properties.member !== undefined && isPersonSchema(properties.member)
}

function isNumeric(schema: Schema): boolean {
  if ([schema.type].flat().some(type => type === 'integer' || type === 'number')) return true
  return [schema.anyOf, schema.oneOf].some(
    list => Array.isArray(list) && list.some(one => isNumeric(one as Schema) && !('const' in (one as Schema))),
  )
}

/** What is wrong with an export: a column of people beside one of closings, calls or times, or a number for a person. */
export function faultsOfExport(at: string, csv: string, people: ReadonlySet<string>): string[] {
  const [header = [], ...rows] = readCsv(csv)
  const named = header.filter(column => speaksOf(column) || byPerson.test(column))
  const columns = named.map(column => `${at}: the column "${column}"`)
  const about = rows.filter(row => row.some(field => people.has(field)))
  const perPerson = about.flatMap(row =>
    row.flatMap((field, place) => {
      const column = header[place] ?? ''
      const isNumber = /^-?\d+(\.\d+)?$/.test(field)
      return isNumber && !(column in ofPerson) && !(column in ofThing)
        ? [`${at}: "${column}" is ${field} beside a person`]
        : []
    }),
  )
  return [...columns, ...new Set(perPerson)]
}

/** Fields of a CSV (RFC 4180). */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (rows.length === 0) rows.push([])
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') rows.push([])
  }
  return rows.filter(row => row.length > 0 && row.join('') !== '')
}
