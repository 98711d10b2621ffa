import { createContext, use } from 'react'
import type { MeAnswer } from '../../src/contract/answers.ts'

/** Who reads, and where they work. */
export const Me = createContext<MeAnswer | null>(null)

export function useMe(): MeAnswer {
  const me = use(Me)
  if (!me) throw new Error('A page of the desk stands outside its shell.')
  return me
}
