import { words } from './words.ts'

export type Answers = { company: string; inbox: string; zone: string; name: string; email: string; password: string }
export type Question = keyof Answers

/** What is wrong with the answers, field by field, before anything is sent; the server checks again. */
export function faultsOf(answers: Answers, zones: readonly string[]): Partial<Record<Question, string>> {
  const faults: Partial<Record<Question, string>> = {}
  for (const [field, value] of Object.entries(answers) as [Question, string][])
    if (value.trim() === '') faults[field] = words.missing
  for (const field of ['inbox', 'email'] as const)
    if (!faults[field] && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answers[field]))
      faults[field] = words.noAddress(answers[field])
  if (!faults.zone && !zones.includes(answers.zone) && answers.zone !== 'UTC') faults.zone = words.noZone(answers.zone)
  if (!faults.password && answers.password.length < 12) faults.password = words.tooShort(answers.password.length)
  return faults
}
