import type { MemberRef } from '../../../../../src/contract/answers.ts'
import { firstName } from '../../../../ui/face.tsx'
import { words } from './words.ts'

type Named = Pick<MemberRef, 'id' | 'name'>

/** A person within a sentence. */
export const who = ({ id, name }: Named, me: string): string => (id === me ? words.you : firstName(name))

/** The same where a sentence begins. */
export const whoBegins = ({ id, name }: Named, me: string): string => (id === me ? words.youBegin : firstName(name))

const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** "Ben, Carla, and you" */
export const all = (people: readonly Named[], me: string): string => list.format(people.map(one => who(one, me)))
