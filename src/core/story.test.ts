import { expect, test } from 'vitest'
import { replay } from './evolve.ts'
import { diagnose, note } from './testing/asks.ts'
import { given } from './testing/given.ts'
import { arrived, closed, confirmed, proposed } from './testing/history.ts'
import { ana, at, ben, dana, gone, olu } from './testing/people.ts'

const fact = (key: string, words: string) =>
  ({ type: 'EstablishFact', key, fact: words, how: 'w:how', way: 'read off it', excuse: null }) as const

test('Rule 31: a fact is established once, by anybody of the company; a later one stands in its place', () => {
  given(arrived())
    .when(fact('serial', 'w:off-the-box'), olu, at('Tue 10:00'))
    .yields({ type: 'FactEstablished', key: 'serial', fact: 'w:off-the-box', how: 'w:how' })
    .when(fact('serial', 'w:off-the-phone'), ben, at('Tue 10:10'))
    .happens()
    .check(({ facts }) =>
      expect(facts).toEqual([
        { key: 'serial', fact: 'w:off-the-phone', how: 'w:how', by: 'ben', at: at('Tue 10:10'), excused: null },
      ]),
    )
})

test('Rule 6: whoever has looked records what they understood; the last one counts', () => {
  given(arrived())
    .when(diagnose, dana, at('Tue 10:00'))
    .yields({ type: 'DiagnosisRecorded', words: 'w:diagnosis' })
    .check(({ diagnoses }) => expect(diagnoses).toEqual([{ words: 'w:diagnosis', by: 'dana', at: at('Tue 10:00') }]))
  given(arrived(), proposed(), confirmed(), closed()).when(diagnose, ben, at('Wed 10:00')).refuses('closed')
})

test('only members write notes, facts and diagnoses', () => {
  for (const command of [note, diagnose, fact('serial', 'w')]) {
    given(arrived()).when(command, ana, at('Tue 10:00')).refuses('not_a_member')
    given(arrived()).when(command, gone, at('Tue 10:00')).refuses('not_a_member')
  }
})

test('a log begins with its opening, and has one', () => {
  expect(() => replay([])).toThrow('begins with IssueOpened')
  expect(() => replay([...arrived(), ...arrived()])).toThrow('opened once')
})
