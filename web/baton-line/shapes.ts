import type { Arc, Fate, Owed } from './arcs.ts'
import type { ErrandMark, ErrandWay } from './errands.ts'
import type { Contact, Milestone } from './history.ts'
import type { Label } from './labels.ts'
import type { Bar, Lane, Meeting, Step } from './lanes.ts'
import type { OfferMark, Walk } from './offers.ts'
import type { Moment } from './points.ts'
import type { Tick } from './ticks.ts'

/** `id`: which contact it is. */
export type Dot = { id: number; x: number; y: number; by: Contact['by']; came: boolean }
export type Turn = { x: number; y: number; what: Milestone['what'] }
export type Light = { x: number; w: number; answered: number | null; calls: number[] }
/** A moment with its place in the picture. */
export type Point = Moment & { x: number; y: number }
export type LaneName = { text: string; whole: string; x: number; y: number; owned: boolean }

/** Everything that is drawn, in pixels of a picture `width` wide. */
export type Shapes = {
  width: number
  height: number
  plot: { x1: number; x2: number; y1: number; y2: number }
  names: LaneName[]
  lanes: Lane[]
  shades: { x: number; w: number }[]
  cuts: { x: number; y: number }[]
  lights: Light[]
  bars: Bar[]
  steps: Step[]
  meetings: Meeting[]
  walks: Walk[]
  offerMarks: OfferMark[]
  errands: ErrandWay[]
  errandMarks: ErrandMark[]
  huddles: { x: number; y: number; settled: boolean }[]
  arcs: Arc[]
  fates: Fate[]
  owed: Owed[]
  dots: Dot[]
  turns: Turn[]
  silences: { x1: number; x2: number; y: number; lasts: boolean }[]
  now: { x: number } | null
  ticks: Tick[]
  labels: Label[]
  points: Point[]
  sentence: string
}
