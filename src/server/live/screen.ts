import type { ServerResponse } from 'node:http'
import type { StreamEvent } from '../contract/answers.ts'
import { frameOf, type Position, type Told } from './feed.ts'

/** What may wait in memory for one slow screen before it is dropped. It resumes by itself. */
const mostWaitingBytes = 512 * 1024

/** One open stream, and how far its reader knows what has happened. */
export class Screen {
  readonly member: string
  readonly #hasSeat: boolean
  readonly #reply: ServerResponse
  #at: Position = { xid: 0, said: 0 }

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
    this.#at = at
    this.write(frameOf({ kind: 'start', resumed } satisfies StreamEvent, at))
  }

  /** Says what is for this reader, and new to them. */
  tell(told: readonly Told[]): void {
    let frames = ''
    for (const { xid, nth, to, frame } of told) {
      if (xid < this.#at.xid || (xid === this.#at.xid && nth <= this.#at.said)) continue
      this.#at = { xid, said: nth }
      if (to === 'seats' ? this.#hasSeat : to.member === this.member) frames += frame
    }
    this.write(frames)
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
