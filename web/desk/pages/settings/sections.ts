import type { MeAnswer } from '../../../../src/contract/answers.ts'
import { words } from './words.ts'

export type Section = keyof typeof words.names

const isSection = (name: string): name is Section => name in words.names

/** The section of an address; null when there is none by that name. */
export const sectionOf = (name: string | undefined): Section | null => (name && isSection(name) ? name : null)

/** What somebody may see here: admins everything, others who is on call. */
export const sectionsFor = ({ role }: Pick<MeAnswer['member'], 'role'>): Section[] =>
  role === 'admin' ? Object.keys(words.names).filter(isSection) : ['schedules']
