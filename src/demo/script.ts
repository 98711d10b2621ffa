import type { Instant } from '../core/time/instant.ts'
import { plusMinutes } from '../core/time/instant.ts'
import type { Outcome } from '../desk/desk.ts'
import type { PersonName } from './company.ts'
import { personNames } from './company.ts'
import { type CustomerVoice, customerVoice } from './customer-voice.ts'
import type { Person } from './customers.ts'
import { type MemberVoice, memberVoice } from './member-voice.ts'
import type { Stage } from './stage.ts'
import type { Times } from './when.ts'

/** One thing that somebody does in a story, at its time. `line`: where the story says it. */
export type Step = { at: Instant; story: string; line: string; verb: string; play: Play }

/** Does it on the desk, on the issue that the story is about. */
type Play = (stage: Stage, thread: Thread) => Promise<Outcome<unknown>>

/** The issue that a story is about, once it is open. */
export type Thread = { number: number | null }

/** Puts the next thing that happens down, at the story's time. */
export type Pen = (verb: string, play: Play) => void

/** What a story is told with: time, the people of the company, and the customer. */
export type Telling = Omit<Times, 'now'> & {
  /** What follows happens at that time, each thing a minute after the one before. */
  at(moment: Instant): void
  /** So many minutes later. */
  after(minutes: number): void
  customer: CustomerVoice
  /** Somebody else who writes in. */
  voiceOf(person: Person): CustomerVoice
} & Record<PersonName, MemberVoice>

export type Story = { title: string; tell: (times: Times) => Step[] }

/** A story of one issue of one customer, told in the order of time. */
export function story(title: string, customer: Person, tell: (telling: Telling) => void): Story {
  return {
    title,
    tell: times => {
      const steps: Step[] = []
      let time: Instant | null = null
      const pen: Pen = (verb, play) => {
        const line = lineOfStory()
        if (time === null) throw new Error(`"${title}", ${line}: say first at which time this happens.`)
        if (time > times.now) throw new Error(`"${title}", ${line}: ${time} is still ahead of ${times.now}.`)
        steps.push({ at: time, story: title, line, verb, play })
        time = plusMinutes(time, 1)
      }
      const voices = Object.fromEntries(personNames.map(name => [name, memberVoice(name, pen)]))
      const { now: _, ...words } = times
      tell({
        ...words,
        at: moment => {
          if (time !== null && moment < time)
            throw new Error(`"${title}", ${lineOfStory()}: ${moment} is before what was told last, ${time}.`)
          time = moment
        },
        after: minutes => {
          if (time !== null) time = plusMinutes(time, minutes)
        },
        customer: customerVoice(customer, pen),
        voiceOf: person => customerVoice(person, pen),
        ...(voices as Record<PersonName, MemberVoice>),
      })
      return steps
    },
  }
}

/** Where in the stories' files the caller stands, so that a fault names its line. */
function lineOfStory(): string {
  const frames = new Error().stack?.split('\n') ?? []
  return /stories\/[\w-]+\.ts:\d+/.exec(frames.find(frame => frame.includes('/stories/')) ?? '')?.[0] ?? 'somewhere'
}
