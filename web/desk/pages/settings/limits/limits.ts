import type { WorkspaceAnswer } from '../../../../../src/contract/answers.ts'
import { asPeopleWrite, money } from '../../../../../src/core/escalation/money.ts'
import { worthOf } from '../../../money.ts'
import type { Lines } from '../changes.ts'
import { words } from './words.ts'

type Limit = WorkspaceAnswer['policy']['limits'][number]
type Kind = keyof typeof words.kinds

/** A limit as it is being written. `who`: "role …", "member …" or "rung …"; an empty amount is without bound. */
export type DraftLimit = { key: number; who: string; kind: string; amount: string; currency: string }

export const draftsOf = (limits: readonly Limit[]): DraftLimit[] =>
  limits.map(({ who, kind, amount, currency }, key) => ({
    key,
    who: Object.entries(who).flat().join(' '),
    kind: kind ?? '',
    amount: amount === null ? '' : String(asPeopleWrite({ amount, currency }).amount),
    currency,
  }))

/** Limits as the API takes them; null when one of them can't be read. */
export function limitsOf(drafts: readonly DraftLimit[]): Limit[] | null {
  const read = drafts.flatMap(({ who, kind, amount, currency }): Limit[] => {
    const [whom, bound] = [whoOf(who), boundOf(amount, currency)]
    return whom && bound !== undefined ? [{ who: whom, kind: kind || null, amount: bound, currency }] : []
  })
  return read.length === drafts.length ? read : null
}

function whoOf(key: string): Limit['who'] | null {
  const [type, id] = key.split(' ')
  if (!id) return null
  if (type === 'role') return { role: id as Extract<Limit['who'], { role: unknown }>['role'] }
  if (type === 'rung') return { rung: id === 'last_resort' ? id : Number(id) }
  return { member: id }
}

/** Whose a limit is, in words. */
function sayWho(who: Limit['who'], nameOf: (id: string) => string): string {
  if ('role' in who) return words.role[who.role]
  return 'rung' in who ? words.rung(who.rung) : nameOf(who.member)
}

/** Null: without bound; undefined: it is no amount. */
function boundOf(text: string, currency: string): number | null | undefined {
  const plain = text.trim().replace(',', '.')
  if (plain === '') return null
  if (!/^\d+(\.\d+)?$/.test(plain)) return undefined
  return money(Number(plain), currency).amount
}

/** How the limits read, by whose they are. */
export function linesOf({ policy }: WorkspaceAnswer, nameOf: (id: string) => string): Lines {
  const says: Record<string, string> = {}
  for (const { who, kind, amount, currency } of policy.limits) {
    const whose = sayWho(who, nameOf)
    const bound = amount === null ? words.unbound : words.upTo(worthOf(asPeopleWrite({ amount, currency })))
    const limit = words.limitSays(kind ? words.kinds[kind as Kind] : words.everything, bound)
    says[whose] = says[whose] ? `${says[whose]}, ${limit}` : limit
  }
  return { ...says, [words.speaks]: policy.currency }
}
