import type { ServerResponse } from 'node:http'
import { clearInterval, setInterval } from 'node:timers'
import type { Instant } from '../../core/time/instant.ts'
import type { Desk } from '../../desk/desk.ts'
import { configurationOf } from '../../store/configuration.ts'
import { frameOf, type Reading, readFeed, readNowSnapshot, type Told } from './feed.ts'
import { listenForNudges } from './listener.ts'
import { type Position, readPosition, writePosition } from './position.ts'
import { Screen } from './screen.ts'

const mostScreens = 5000
const mostScreensOfOne = 200
/** A screen that was away for longer than this many changes reads its lists anew instead. */
const mostChanges = 1000
const heartbeatMs = 20_000
/** Nudges are quick and may be lost; this is how late a lost one is noticed. */
const lookMs = 5000

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
  /** Everything in this snapshot was told to all screens; null while there are none, and none arrive. */
  #known: string | null = null
  #beginning: Promise<void> | null = null
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
      .finally(() => this.#arrived(screen))
  }

  /** Ends the streams of somebody who left. Those at other processes end at their next beat. */
  dismiss(member: string): void {
    for (const screen of [...this.#arriving, ...this.#screens]) if (screen.member === member) screen.drop()
  }

  /** Ends all streams. Their readers come back and resume. */
  async stop(): Promise<void> {
    clearInterval(this.#looks)
    clearInterval(this.#beats)
    for (const screen of [...this.#arriving, ...this.#screens]) screen.end()
    this.#screens.clear()
    this.#known = null
    await this.#listener.stop()
    await this.#looking
  }

  #read(known: string, to: string | null): Promise<Reading> {
    return readFeed(this.#desk.database, this.#desk.workspace, { known, to, most: mostChanges })
  }

  /** Brings a screen from where it was to where all are, and lets it in. */
  async #welcome(screen: Screen, from: Position | null): Promise<void> {
    // Spread, so that all do not come back in the same moment.
    screen.write(`retry: ${1000 + Math.floor(Math.random() * 3000)}\n`)
    if (this.#known === null) {
      this.#beginning ??= this.#begin()
      await this.#beginning
    }
    if (this.#known === null) return screen.drop()
    let known: string = this.#known
    const missed = from && (await this.#missed(from, known))
    screen.start(missed ? from : { known, part: null }, missed !== null)
    screen.tell(missed ?? [])
    while (this.#known !== null && known !== this.#known) {
      const target: string = this.#known
      this.#tell(screen, await this.#read(known, target))
      known = target
    }
    if (!screen.isGone) this.#screens.add(screen)
  }

  /** The first screen begins where the database is now. */
  async #begin(): Promise<void> {
    try {
      this.#known ??= await readNowSnapshot(this.#desk.database)
    } finally {
      this.#beginning = null
    }
    this.#look()
  }

  /** What came after a place, up to and with a snapshot; null when it is too much, or the place is none of ours. */
  async #missed(from: Position, target: string): Promise<Told[] | null> {
    const { known, part } = from
    const rest = part && (await this.#read(known, part.to))
    if (rest && (rest.isCut || rest.isStrange)) return null
    const later = await this.#read(part?.to ?? known, target)
    if (later.isCut || later.isStrange) return null
    return [...(rest?.told.filter(({ nth }) => nth > (part?.said ?? 0)) ?? []), ...later.told]
  }

  #arrived(screen: Screen): void {
    this.#arriving.delete(screen)
    if (screen.isGone) this.#forget(screen)
  }

  #forget(screen: Screen): void {
    this.#arriving.delete(screen)
    this.#screens.delete(screen)
    if (this.#screens.size + this.#arriving.size === 0) this.#known = null
  }

  /** Looks what is new. Nudges while it looks are one more look afterwards. */
  #look(): void {
    if (this.#known === null) return
    if (this.#looking) {
      this.#lookAgain = true
      return
    }
    this.#looking = this.#tellNews(this.#known)
      // The database is away: the listener calls when it is back.
      .catch(() => {})
      .finally(() => {
        this.#looking = null
        if (!this.#lookAgain) return
        this.#lookAgain = false
        this.#look()
      })
  }

  async #tellNews(known: string): Promise<void> {
    const reading = await this.#read(known, null)
    // All have gone meanwhile, and others may have begun elsewhere.
    if (this.#known !== known) return
    this.#known = reading.to
    for (const screen of this.#screens) this.#tell(screen, reading)
    this.#tellTime(reading.timeStandsAt)
  }

  #tell(screen: Screen, { told, to, isCut }: Reading): void {
    if (isCut) screen.start({ known: to, part: null }, false)
    else screen.tell(told)
  }

  /** Time that was moved is no event of an issue: whoever looks now sees it, and nobody has to resume by it. */
  #tellTime(timeStandsAt: Instant | null): void {
    const moved = this.#timeStandsAt !== undefined && timeStandsAt !== this.#timeStandsAt
    this.#timeStandsAt = timeStandsAt
    if (!moved || timeStandsAt === null) return
    const frame = frameOf({ kind: 'clock', now: timeStandsAt }, null)
    for (const screen of this.#screens) screen.write(frame)
  }

  /**
   * Shows who is gone: a dead connection breaks at a write, and who left the desk hears no more. An id without an event
   * lets a screen on which little is said resume near to here.
   */
  async #beat(): Promise<void> {
    if (this.#screens.size === 0 || this.#known === null) return
    for (const screen of this.#screens) screen.write(`id: ${writePosition({ known: this.#known, part: null })}\n\n`)
    const { members } = await configurationOf(this.#desk.database, this.#desk.workspace)
    for (const screen of this.#screens) if (!members.get(screen.member)?.active) screen.drop()
  }
}
