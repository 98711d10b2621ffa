import type { MemberId } from '../core/context.ts'
import type { Plan } from './plan.ts'

type Issue = Extract<Plan, { becomes: 'issue' }>
type Known = Extract<Plan, { becomes: 'known' }>

/** What became of a case that was not here before. Null: nobody knows before it is done. */
type Become = {
  number: number | null
  owner: MemberId | null
  /** Whether the desk knew the customer. */
  isKnown: boolean
}

/** What came, or would come, of bringing cases over. Counts are of cases and events; none is of what a person did (Rule 32). */
export class Tally {
  /** New here, by whether they are open or were over there. */
  readonly brought = { open: 0, closed: 0 }
  /** Here before: with nothing new, and with more events than then. */
  unchanged = 0
  grown = 0
  events = 0
  readonly customers = { known: 0, created: 0 }
  /** How many open issues came to whom; what the intake gives before it is known to whom. */
  readonly owners = new Map<MemberId, number>()
  byIntake = 0
  first: number | null = null
  last: number | null = null
  /** Issues that grew, and of which the log says another thing than this desk: a person looks at them. */
  /** Came over closed, and opened again, since the other desk went on with them. */
  readonly goOn: number[] = []
  readonly openThere: number[] = []
  readonly overThere: number[] = []
  /** Kinds that this desk does not tell apart. */
  readonly kinds = new Set<string>()
  readonly #emails = new Set<string>()

  addIssue({ case: { events, kind, email }, moving }: Issue, { number, owner, isKnown }: Become): void {
    this.events += events.length
    if (kind !== null && moving.kind === null) this.kinds.add(kind)
    this.customers[isKnown || (email !== null && this.#emails.has(email)) ? 'known' : 'created'] += 1
    if (email !== null) this.#emails.add(email)
    this.first ??= number
    this.last = number ?? this.last
    this.brought[moving.from.closedAt === null ? 'open' : 'closed'] += 1
    if (moving.from.closedAt !== null) return
    if (owner === null) this.byIntake += 1
    else this.owners.set(owner, (this.owners.get(owner) ?? 0) + 1)
  }

  addKnown({ known, events, isOver, goesOn }: Known, owner: MemberId | null): void {
    this.events += events.length
    if (events.length === 0) {
      this.unchanged += 1
      return
    }
    this.grown += 1
    if (isOver && !known.isClosed) this.overThere.push(known.number)
    if (goesOn) {
      this.goOn.push(known.number)
      if (owner !== null) this.owners.set(owner, (this.owners.get(owner) ?? 0) + 1)
    } else if (!isOver && known.isClosed) this.openThere.push(known.number)
  }
}
