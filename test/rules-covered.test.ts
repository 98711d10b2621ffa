import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** What the tests in some files are called. */
function namesIn(...patterns: string[]): string[] {
  return patterns
    .flatMap(pattern => globSync(pattern, { cwd: root }))
    .flatMap(file => readFileSync(join(root, file), 'utf8').match(/(?:\b(?:test|describe)|\))\(['"`][^\n]*/g) ?? [])
}

/** The numbers of rules or scenarios in names: `Rule 8`, `Rules 3 and 12`, `Rules 23 to 26`, `Scenarios 5, 6 and 9`. */
function numbersIn(names: readonly string[], word: 'Rule' | 'Scenario'): Set<number> {
  const found = new Set<number>()
  for (const name of names) {
    for (const [, list = ''] of name.matchAll(new RegExp(`${word}s? ((?:\\d+(?:, | and | to )?)+)`, 'g'))) {
      for (const [, from, to = from] of list.matchAll(/(\d+)(?: to (\d+))?/g))
        for (let number = Number(from); number <= Number(to); number += 1) found.add(number)
    }
  }
  return found
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)

test('every rule has a test with its number', () => {
  const tried = numbersIn(namesIn('src/core/**/*.test.ts', 'test/**/*.test.ts'), 'Rule')
  expect(upTo(33).filter(rule => !tried.has(rule))).toEqual([])
})

test('every scenario has a test with its number, through the API', () => {
  const tried = numbersIn(
    namesIn('test/scenarios/*.test.ts', 'test/clock/*.test.ts', 'test/api/*.test.ts', 'test/store/*.test.ts'),
    'Scenario',
  )
  expect(upTo(64).filter(scenario => !tried.has(scenario))).toEqual([])
})
