import type { LessonId } from '../context.ts'

/** Rule 28: how a fact may be established, as an adopted lesson says it. */
export type FactRule = {
  lesson: LessonId
  /** The fact that it is about, by its key. */
  key: string
  /** The rule as people read it: "Off the phone itself, not off its box." */
  says: string
  /** The only ways in which it may be established; empty: every way that is not refused. */
  allowed: readonly string[]
  /** Ways in which it may not: a way that has one of these in it is refused. */
  refused: readonly string[]
}

/** The rule that refuses a fact established in a way, or in none that anybody told; undefined when it may stand. */
export const ruleAgainst = (rules: readonly FactRule[], key: string, way: string | null): FactRule | undefined =>
  rules.find(rule => isSame(rule.key, key) && !allows(rule, way))

/** Whether two texts say the same but for case, punctuation and blanks: people write a key or a way as it comes. */
export const isSame = (one: string, other: string): boolean => plainly(one) === plainly(other)

function allows({ allowed, refused }: FactRule, way: string | null): boolean {
  if (way === null) return false
  if (allowed.length > 0) return allowed.some(other => isSame(other, way))
  return !refused.some(other => ` ${plainly(way)} `.includes(` ${plainly(other)} `))
}

/** A key or a way without case, punctuation and blanks that say nothing: what is the same text in this form is the same. */
export const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
