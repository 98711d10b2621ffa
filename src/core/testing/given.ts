import { expect } from 'vitest'
import type { Command } from '../commands.ts'
import type { Actor, Context, Member } from '../context.ts'
import { decide } from '../decide.ts'
import type { Event, EventType, Recorded } from '../events.ts'
import { replay } from '../evolve.ts'
import type { Issue } from '../issue/issue.ts'
import type { RefusalCode, RefusalData } from '../refusals.ts'
import type { Instant } from '../time/instant.ts'
import { type Told, told } from '../told/told.ts'
import type { Part } from './history.ts'
import { actor, contextAt, theDesk } from './people.ts'

/** What is expected of an event: its type, whatever of its data matters, and when and by whom if not now by who acted. */
type Expected = {
  [Type in EventType]: { type: Type; at?: Instant; by?: Member | Actor } & Partial<Extract<Event, { type: Type }>>
}[EventType]

type Given = {
  /** Decides a command on what was given. */
  when: (command: Command, by: Member | Actor, now: Instant, changes?: Partial<Context>) => When
  issue: Issue
}

type When = {
  /** Exactly these events come of it. (Not `then`: that would make it a promise to JavaScript.) */
  yields: (...expected: Expected[]) => Decided
  refuses: <Code extends RefusalCode>(code: Code, data?: Partial<RefusalData[Code]>) => void
  /** It is accepted; what comes of it does not matter here. */
  happens: () => Decided
}

type Decided = Given & { told: (...expected: Told[]) => Decided; check: (look: (issue: Issue) => void) => Decided }

/** `given(what has happened).when(command, by whom, at).yields(events)` or `.refuses(code, data)`. */
export const given = (...parts: Part[]): Given => on(parts.flat())

function on(log: readonly Recorded[]): Given {
  const issue = replay(log)
  return {
    issue,
    when(command, who, now, changes) {
      const context = contextAt(now, who, changes)
      const decision = decide(issue, command, context)
      const accepted = (): readonly Recorded[] => {
        if ('refusal' in decision) throw new Error(`Refused: ${JSON.stringify(decision.refusal)}`)
        return decision.events
      }
      const decided = (): Decided => {
        const events = accepted()
        const after = on([...log, ...events])
        expect('issue' in decision && decision.issue).toEqual(after.issue)
        const everything: Decided = {
          ...after,
          told(...expected) {
            expect(toldOf(log, events, context)).toEqual(expected)
            return everything
          },
          check(look) {
            look(after.issue)
            return everything
          },
        }
        return everything
      }
      return {
        yields(...expected) {
          const by = actor(command.type === 'Tick' ? theDesk : who)
          const records = expected.map(({ at = now, by: other = by, ...event }) => ({ at, by: actor(other), event }))
          expect(accepted()).toMatchObject(records)
          return decided()
        },
        refuses(code, data = {}) {
          expect(decision).toMatchObject({ refusal: { code, data } })
        },
        happens: decided,
      }
    },
  }
}

function toldOf(log: readonly Recorded[], events: readonly Recorded[], context: Context): Told[] {
  return events.flatMap((event, index) => {
    const before = [...log, ...events.slice(0, index)]
    return told(event, replay(before), replay([...before, event]), context)
  })
}
