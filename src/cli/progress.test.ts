import { expect, test } from 'vitest'
import { openProgress } from './progress.ts'

/** A terminal that remembers. */
function terminal(isTTY: boolean) {
  const written: string[] = []
  const write = (text: string): boolean => written.push(text) > 0
  return { written, stream: { isTTY, write } }
}

test('on a terminal a bar is drawn, and taken away again', () => {
  const { written, stream } = terminal(true)
  const progress = openProgress(stream, 'Reading log.csv')
  progress.show(1, 4)
  progress.clear()
  progress.clear()
  expect(written).toEqual([`\r\u001B[KReading log.csv ${'█'.repeat(6)}${'░'.repeat(18)} 25 %`, '\r\u001B[K'])
})

test('where there is no terminal nothing is said', () => {
  const { written, stream } = terminal(false)
  const progress = openProgress(stream, 'Reading log.csv')
  progress.show(1, 4)
  progress.clear()
  expect(written).toEqual([])
})
