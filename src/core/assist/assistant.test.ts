import { describe, expect, test } from 'vitest'
import { bounce, call, hear, introduceAssistant, returnAssist, write } from '../testing/asks.ts'
import { given } from '../testing/given.ts'
import {
  arrived,
  assistAccepted,
  assistAsked,
  assistantIntroduced,
  assistReturned,
  contacted,
  promised,
  replied,
} from '../testing/history.ts'
import { ana, at, ben, carla, olu, theDesk } from '../testing/people.ts'

const accepted = [arrived(), replied(), assistAsked(), assistAccepted()].flat()
const known = [...accepted, ...assistantIntroduced()]
const next = { what: 'w:next', due: at('Fri 16:00') }

describe('Rule 3: the owner introduces an assistant to the customer', () => {
  test('by a message, after which both may write', () => {
    given(accepted)
      .when(introduceAssistant(), ben, at('Tue 11:30'))
      .yields(
        { type: 'CustomerContacted', contact: 3, message: 'w:introduction' },
        { type: 'AssistantIntroduced', assist: 1, contact: 3 },
      )
      .told({ member: 'olu', word: 'assistant_introduced' })
      .check(({ assists }) => expect(assists).toMatchObject([{ state: 'introduced', introduction: 3 }]))
    for (const writer of [ben, olu])
      given(known)
        .when(write(next), writer, at('Wed 10:00'))
        .yields({ type: 'CustomerContacted', by: writer }, { type: 'PromiseKept', promise: 2 }, { type: 'PromiseMade' })
    given(known)
      .when(call('out', 'reached', { promise: next }), olu, at('Wed 10:00'))
      .happens()
  })

  test('it keeps what the owner says that it answers (Rule 13)', () => {
    given(accepted, promised(3, at('Fri 15:00'), at('Tue 11:00')))
      .when(introduceAssistant([2]), ben, at('Tue 11:30'))
      .yields({ type: 'CustomerContacted' }, { type: 'PromiseKept', promise: 2 }, { type: 'AssistantIntroduced' })
    given(accepted)
      .when(introduceAssistant([2]), ben, at('Tue 11:30'))
      .refuses('needs_promise')
  })

  test('only by the owner, only whom accepted, and once', () => {
    given(accepted).when(introduceAssistant(), carla, at('Tue 11:30')).refuses('not_owner', { owner: 'ben' })
    given(arrived(), assistAsked()).when(introduceAssistant(), ben, at('Tue 11:30')).refuses('not_accepted')
    given(known).when(introduceAssistant(), ben, at('Tue 11:40')).refuses('already_introduced')
    given(arrived(), assistAsked(), assistReturned())
      .when(introduceAssistant(), ben, at('Wed 16:00'))
      .refuses('assist_over', { state: 'returned' })
    given(arrived()).when(introduceAssistant(), ben, at('Tue 11:30')).refuses('no_such_assist')
  })

  test('before it nobody but the owner writes, and after the assist is over not any more', () => {
    given(accepted).when(write(next), olu, at('Wed 10:00')).refuses('not_introduced', { giver: 'ben' })
    given(known)
      .when(returnAssist(), olu, at('Wed 15:00'))
      .happens()
      .when(write(next), olu, at('Wed 15:01'))
      .refuses('not_owner', { owner: 'ben' })
    given(known).when(write(next), carla, at('Wed 10:00')).refuses('not_owner', { owner: 'ben' })
  })

  test('the customer’s answer is told to both', () => {
    given(known)
      .when(hear(), ana, at('Tue 12:00'))
      .happens()
      .told({ member: 'ben', word: 'customer_wrote' }, { member: 'olu', word: 'customer_wrote' })
  })

  test('an introduction that came back has not happened', () => {
    given(known, contacted(4, at('Tue 11:40')))
      .when(bounce(4), theDesk, at('Tue 11:41'))
      .happens()
      .check(({ assists }) => expect(assists[0]?.state).toBe('introduced'))
    given(known)
      .when(bounce(3), theDesk, at('Tue 11:31'))
      .yields({ type: 'ContactBounced', contact: 3 }, { type: 'AssistantIntroductionUndone', assist: 1, contact: 3 })
      .told(
        { member: 'ben', word: 'word_bounced' },
        { member: 'ben', word: 'assistant_introduction_undone' },
        { member: 'olu', word: 'assistant_introduction_undone' },
      )
      .when(write(next), olu, at('Tue 12:00'))
      .refuses('not_introduced')
  })
})
