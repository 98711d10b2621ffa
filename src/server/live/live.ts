import type { ServerResponse } from 'node:http'
import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers'
import type { Instant } from '../../core/instant.ts'
import type { Desk } from '../../desk/desk.ts'
import { configurationOf } from '../../store/configuration.ts'
import { frameOf, type Position, type Reading, readFeed, readPosition } from './feed.ts'
import { listenForNudges } from './listener.ts'
import { Screen } from './screen.ts'

const mostScreens = 5000
const mostScreensOfOne = 200
/** A screen that was away for longer than this many changes reads its lists anew instead. */
const mostChanges = 1000
const heartbeatMs = 20_000
/** Nudges are quick and may be lost; this is how late a lost one is noticed. */
const lookMs = 5000
/** How soon it looks again for what could not be told yet. */
const pendingMs = 20

/**
 * Tells everybody who looks at a screen what has happened, as it happens: one connection that listens, and one query for
 * each nudge, however many screens there are.
 */
export class Live {
  readonly #desk: Desk
  readonly #screens = new Set<Screen>()
  readonly #arriving = new Set<Screen>()
  readonly #listener: { stop(): Promise<void> }
  readonly #looks: NodeJS.Timeout
  readonly #beats: NodeJS.Timeout
  #pending: NodeJS.Timeout | undefined
  /** Everything before this transaction was told to all screens; null while there are none. */
  #next: number | null = null
  #timeStandsAt: Instant | null | undefined
  #looking: Promise<void> | null = null
  #lookAgain = false

  constructor(desk: Desk, databaseUrl: string) {
    this.#desk = desk
    this.#listener = listenForNudges(databaseUrl, () => this.#look())
    this.#looks = setInterval(() => this.#look(), lookMs)
    // The database is away: the next beat asks again.
    this.#beats = setInterval(() => void this.#beat().catch(() => {}), heartbeatMs)
  }

  hasRoomFor(member: string): boolean {
    const all = [...this.#screens, ...this.#arriving]
    const theirs = all.filter(screen => screen.member === member)
    return all.length < mostScreens && theirs.length < mostScreensOfOne
  }

  /** Adds a screen. `lastEventId`: where its reader was before. */
  add(reply: ServerResponse, member: string, hasSeat: boolean, lastEventId: string | undefined): void {
    const screen = new Screen(reply, member, hasSeat)
    this.#arriving.add(screen)
    reply.on('error', () => screen.drop())
    reply.on('close', () => this.#forget(screen))
    this.#welcome(screen, readPosition(lastEventId))
      // The database is away: the screen comes again.
      .catch(() => screen.drop())
      .finally(() => this.#arriving.delete(screen))
  }

  /** Ends all streams. Their readers come back and resume. */
  async stop(): Promise<void> {
    clearInterval(this.#looks)
    clearInterval(this.#beats)
    clearTimeout(this.#pending)
    for (const screen of [...this.#arriving, ...this.#screens]) screen.end()
    this.#screens.clear()
    this.#next = null
    await this.#listener.stop()
    await this.#looking
  }

  #read(from: number): Promise<Reading> {
    return readFeed(this.#desk.database, this.#desk.workspace, from, mostChanges)
  }

  /** Brings a screen from where it was to where all are, and lets it in. */
  async #welcome(screen: Screen, from: Position | null): Promise<void> {
    const reading = await this.#read(from?.xid ?? Number.MAX_SAFE_INTEGER)
    const resumed = from !== null && !reading.isCut && from.xid <= reading.edge
    // Spread, so that all do not come back in the same moment.
    screen.write(`retry: ${1000 + Math.floor(Math.random() * 3000)}\n`)
    screen.start(resumed ? from : { xid: reading.edge, said: 0 }, resumed)
    if (resumed) screen.tell(reading.told)
    let { edge } = reading
    while (this.#next !== null && edge < this.#next) {
      const more = await this.#read(edge)
      screen.tell(more.told)
      edge = more.edge
    }
    if (screen.isGone) return
    this.#next ??= edge
    this.#screens.add(screen)
    this.#look()
  }

  #forget(screen: Screen): void {
    this.#arriving.delete(screen)
    this.#screens.delete(screen)
    if (this.#screens.size === 0) this.#next = null
  }

  /** Looks what is new. Nudges while it looks are one more look afterwards. */
  #look(): void {
    if (this.#next === null) return
    if (this.#looking) {
      this.#lookAgain = true
      return
    }
    this.#looking = this.#tellNews(this.#next)
      // The database is away: the listener calls when it is back.
      .catch(() => {})
      .finally(() => {
        this.#looking = null
        if (!this.#lookAgain) return
        this.#lookAgain = false
        this.#look()
      })
  }

  async #tellNews(from: number): Promise<void> {
    const { told, edge, isCut, pending, timeStandsAt } = await this.#read(from)
    if (this.#next === null) return
    this.#next = edge
    for (const screen of this.#screens) {
      if (isCut) screen.start({ xid: edge, said: 0 }, false)
      else screen.tell(told)
    }
    this.#tellTime(timeStandsAt)
    clearTimeout(this.#pending)
    if (pending) this.#pending = setTimeout(() => this.#look(), pendingMs)
  }

  /** Time that was moved is no event of an issue: whoever looks now sees it, and nobody has to resume by it. */
  #tellTime(timeStandsAt: Instant | null): void {
    const moved = this.#timeStandsAt !== undefined && timeStandsAt !== this.#timeStandsAt
    this.#timeStandsAt = timeStandsAt
    if (!moved || timeStandsAt === null) return
    const frame = frameOf({ kind: 'clock', now: timeStandsAt }, null)
    for (const screen of this.#screens) screen.write(frame)
  }

  /** Shows who is gone: a dead connection breaks at a write, and who left the desk hears no more. */
  async #beat(): Promise<void> {
    if (this.#screens.size === 0) return
    for (const screen of this.#screens) screen.write(': still here\n\n')
    const { members } = await configurationOf(this.#desk.database, this.#desk.workspace)
    for (const screen of this.#screens) if (!members.get(screen.member)?.active) screen.drop()
  }
}
