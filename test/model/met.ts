import type { Command } from '../../src/core/commands.ts'
import type { EventType, Recorded } from '../../src/core/events.ts'
import type { RefusalCode } from '../../src/core/refusals.ts'

/** In how many sequences something came up. */
type Counts<Key> = Map<Key, { times: number; last: number }>

/** What sequences came upon, so that a model that tries nothing would be noticed. */
export class Met {
  readonly commands: Counts<Command['type']> = new Map()
  readonly events: Counts<EventType> = new Map()
  readonly refusals: Counts<RefusalCode> = new Map()
  readonly outcomes: Counts<string> = new Map()
  private sequence = 0

  begin(): void {
    this.sequence += 1
  }

  accepted(command: Command['type']): void {
    this.count(this.commands, command)
  }

  happened(events: readonly Recorded[]): void {
    for (const { event } of events) {
      this.count(this.events, event.type)
      if (event.type === 'IssueClosed') this.count(this.outcomes, event.outcome)
    }
  }

  refused(code: RefusalCode): void {
    this.count(this.refusals, code)
  }

  private count<Key>(counts: Counts<Key>, key: Key): void {
    const before = counts.get(key)
    if (before?.last === this.sequence) return
    counts.set(key, { times: (before?.times ?? 0) + 1, last: this.sequence })
  }
}
