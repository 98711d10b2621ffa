import type { Instant } from '../core/time/instant.ts'
import { plusMinutes } from '../core/time/instant.ts'
import type { Outcome } from '../desk/desk.ts'
import { setKind } from '../desk/kinds.ts'
import type { KindName, PersonName } from './company.ts'
import { personNames } from './company.ts'
import type { Person } from './customers.ts'
import { callerOf, kindOf, numberOf, type Stage } from './stage.ts'
import { type CustomerVoice, customerVoice } from './voices/customer.ts'
import { type MemberVoice, memberVoice } from './voices/member.ts'
import type { Times } from './when.ts'

/** One thing that somebody does in a story, at its time. `line`: where the story says it. */
export type Step = { at: Instant; story: string; line: string; verb: string; play: Play } & Mark

/** Who of the company acts on the story's issue, if anybody, and whether an issue is opened by it. */
type Mark = { member: PersonName | null; opens: boolean }

/** Does it on the desk, on the issue that the story is about. */
type Play = (stage: Stage, thread: Thread) => Promise<Outcome<unknown>>

/** The issue that a story is about, once it is open; and those that it was about before. */
export type Thread = { number: number | null; before: number[] }

/** Puts the next thing that happens down, at the story's time. */
export type Pen = (verb: string, play: Play, mark?: Partial<Mark>) => void

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

/** A story of one issue of one customer, or of few, told in the order of time. */
export const story = (title: string, customer: Person, tell: (telling: Telling) => void): Story =>
  told(title, (telling, pen) => tell({ ...telling, customer: customerVoice(customer, pen) }))

/** A story of what the company's people arrange among themselves. */
export const storyOfTheCompany = (title: string, tell: (telling: Omit<Telling, 'customer'>) => void): Story =>
  told(title, tell)

function told(title: string, tell: (telling: Omit<Telling, 'customer'>, pen: Pen) => void): Story {
  return {
    title,
    tell: times => {
      const steps: Step[] = []
      let time: Instant | null = null
      const pen: Pen = (verb, play, { member = null, opens = false } = {}) => {
        const line = lineOfStory()
        if (time === null) throw new Error(`"${title}", ${line}: say first at which time this happens.`)
        if (time > times.now) throw new Error(`"${title}", ${line}: ${time} is still ahead of ${times.now}.`)
        steps.push({ at: time, story: title, line, verb, play, member, opens })
        time = plusMinutes(time, 1)
      }
      const voices = Object.fromEntries(personNames.map(name => [name, memberVoice(name, pen)]))
      const { now: _, ...words } = times
      const telling = {
        ...words,
        at: (moment: Instant) => {
          if (time !== null && moment < time)
            throw new Error(`"${title}", ${lineOfStory()}: ${moment} is before what was told last, ${time}.`)
          time = moment
        },
        after: (minutes: number) => {
          if (time !== null) time = plusMinutes(time, minutes)
        },
        voiceOf: (person: Person) => customerVoice(person, pen),
        ...(voices as Record<PersonName, MemberVoice>),
      }
      tell(telling, pen)
      return steps
    },
  }
}

/** The same story, on whose issues whoever of the company acts first says of which kind they are (Rule 28). */
export const ofKind =
  (kind: KindName) =>
  ({ title, tell }: Story): Story => ({
    title,
    tell: times => {
      let isKnown = true
      return tell(times).flatMap(step => {
        if (step.opens) isKnown = false
        const { member } = step
        if (isKnown || member === null) return [step]
        isKnown = true
        const says: Play = (stage, thread) => {
          const asked = { kind: kindOf(stage, kind) }
          return setKind(stage.desk, callerOf(stage, member), numberOf(thread), asked)
        }
        return [step, { ...step, verb: `${member} says that it is of "${kind}"`, play: says, opens: false }]
      })
    },
  })

/** Where in the stories' files the caller stands, so that a fault names its line. */
function lineOfStory(): string {
  const frames = new Error().stack?.split('\n') ?? []
  return /stories\/[\w-]+\.ts:\d+/.exec(frames.find(frame => frame.includes('/stories/')) ?? '')?.[0] ?? 'somewhere'
}
