import { describe, expect, test } from 'vitest'
import type { Command } from '../commands.ts'
import { replay } from '../evolve.ts'
import { by, diagnose, note, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import { arrived, closed, confirmed, proposed } from '../testing/history.ts'
import { ana, at, ben, dana, gone, olu } from '../testing/people.ts'

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

describe('Rule 3: whoever may not act tells those who may', () => {
  const tell: Command = { type: 'TellOwner', message: 'w:word' }

  test('anybody of the company, with or without a seat: the owner hears it at once', () => {
    for (const who of [dana, olu])
      given(arrived())
        .when(tell, who, at('Tue 10:00'))
        .yields({ type: 'OwnerTold', message: 'w:word' })
        .told({ member: 'ben', word: 'told_by_colleague' })
    given(arrived(), proposed(), confirmed(), closed()).when(tell, dana, at('Wed 10:00')).happens()
  })

  test('not the owner to themselves, and nobody from outside', () => {
    given(arrived()).when(tell, ben, at('Tue 10:00')).refuses('already_owner', { owner: 'ben' })
    given(arrived()).when(tell, ana, at('Tue 10:00')).refuses('not_a_member')
  })
})

test('Scenario 61: asking for what is known is sent all the same, and is on record', () => {
  const asking: Command = { ...write(by(at('Fri 12:00'))), asksAgain: ['account', 'account', 'unknown'] } as Command
  given(arrived())
    .when(fact('account', 'w'), ben, at('Tue 10:00'))
    .happens()
    .when(asking, ben, at('Tue 11:00'))
    .yields(
      { type: 'CustomerContacted', contact: 2 },
      { type: 'PromiseKept' },
      { type: 'PromiseMade' },
      { type: 'AskedAgain', contact: 2, key: 'account' },
    )
  given(arrived()).when(asking, dana, at('Tue 11:00')).refuses('not_owner')
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
