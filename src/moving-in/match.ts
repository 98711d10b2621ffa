import { hasSeat, type KindId, type MemberId } from '../core/context.ts'
import type { Configuration } from '../store/configuration.ts'
import type { ForeignEvent } from '../store/foreign.ts'

/** Who of this desk is meant by what another desk's log calls somebody, and which kind by what it calls one. */
export type Matching = {
  member(person: string): MemberId | null
  /** Who had a case last there and works here. */
  lastHolder(events: readonly ForeignEvent[]): MemberId | null
  kind(name: string): KindId | null
}

/**
 * People are known by their e-mail address or their whole name, whatever its case. A name that two of ours share is nobody's,
 * and so is that of somebody who could own nothing.
 */
export function matchWith({ members, kinds }: Pick<Configuration, 'members' | 'kinds'>): Matching {
  const byName = new Map<string, MemberId | null>()
  const able = [...members.values()].filter(member => member.active && hasSeat(member))
  for (const { id, name } of able) byName.set(plain(name), byName.has(plain(name)) ? null : id)
  for (const { id, email } of able) byName.set(plain(email), id)
  const byKind = new Map([...kinds.values()].flatMap(({ id, name, active }) => (active ? [[plain(name), id]] : [])))
  const member = (person: string): MemberId | null => byName.get(plain(person)) ?? null
  return {
    member,
    lastHolder(events) {
      const last = events.findLast(({ person }) => person !== null)?.person
      return last ? member(last) : null
    },
    kind: name => byKind.get(plain(name)) ?? null,
  }
}

const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
