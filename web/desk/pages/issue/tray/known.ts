import type { IssueAnswer } from '../../../../../src/contract/answers.ts'

type Fact = IssueAnswer['facts'][number]

/** Words that mean the same as the key of a fact, as people ask for it. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  callback: ['call you back', 'number can i call', 'number can we call', 'your phone number', 'reach you'],
}

/** Facts that somebody asks for although they are known (Rule 31): the sentence ends in a question and names them. */
export function askedAgain(body: string, facts: readonly Fact[]): Fact[] {
  const questions = (body.match(/[^.!?\n]+\?/g) ?? []).map(question => question.toLowerCase())
  if (questions.length === 0) return []
  return facts.filter(({ key }) => questions.some(question => names(question, key)))
}

function names(question: string, key: string): boolean {
  const word = key.trim().toLowerCase()
  const isNamed = word.length >= 3 && new RegExp(`(^|[^\\p{L}])${escaped(word)}([^\\p{L}]|$)`, 'u').test(question)
  return isNamed || (alsoCalled[word] ?? []).some(other => question.includes(other))
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
