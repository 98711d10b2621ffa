import type { ServerResponse } from 'node:http'
import { frameOf, type Told } from './feed.ts'
import type { Position } from './position.ts'

/** What may wait in memory for one slow screen before it is dropped. It resumes by itself. */
const mostWaitingBytes = 512 * 1024

/** One open stream. */
export class Screen {
  readonly member: string
  readonly #hasSeat: boolean
  readonly #reply: ServerResponse

  constructor(reply: ServerResponse, member: string, hasSeat: boolean) {
    this.#reply = reply
    this.member = member
    this.#hasSeat = hasSeat
  }

  get isGone(): boolean {
    return this.#reply.destroyed || this.#reply.writableEnded
  }

  /** Begins at a place: `resumed` when nothing between the reader's last one and this is missing. */
  start(at: Position, resumed: boolean): void {
    this.write(frameOf({ kind: 'start', resumed }, at))
  }

  /** Says what of it is for this reader. */
  tell(told: readonly Told[]): void {
    let frames = ''
    for (const { to, frame } of told) if (this.#isFor(to)) frames += frame
    this.write(frames)
  }

  #isFor(to: Told['to']): boolean {
    if (to === 'everybody') return true
    return to === 'seats' ? this.#hasSeat : to.member === this.member
  }

  write(text: string): void {
    if (text === '' || this.isGone) return
    this.#reply.write(text)
    if (this.#reply.writableLength > mostWaitingBytes) this.drop()
  }

  drop(): void {
    this.#reply.destroy()
  }

  end(): void {
    this.#reply.end()
  }
}
