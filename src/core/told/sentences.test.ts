import { expect, test } from 'vitest'
import { toldSentences } from './sentences.ts'

test('what somebody is told is a whole sentence, and no two words say the same', () => {
  const sentences = Object.values(toldSentences)
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+\.$/)
  expect(new Set(sentences).size).toBe(sentences.length)
})
