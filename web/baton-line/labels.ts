import { widthOf } from './ticks.ts'

export type Anchor = 'start' | 'middle' | 'end'
export type Box = { x: number; y: number; w: number; h: number }
export type Place = { x: number; y: number; anchor: Anchor }
/** A text with the places where it may stand, best first; `short` says the same with fewer words. */
export type Wish = { text: string; short?: string; places: readonly Place[]; tone: Tone }
export type Tone = 'ink' | 'quiet' | 'accent' | 'owed' | 'kept' | 'light' | 'cut'
export type Label = { text: string; x: number; y: number; anchor: Anchor; tone: Tone }

/** The box of a text that stands with its baseline on `y`. */
export function boxOf(text: string, { x, y, anchor }: Place): Box {
  const w = widthOf(text)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - w : x - w / 2
  return { x: left, y: y - 10, w, h: 13 }
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w + 4 && b.x < a.x + a.w + 4 && a.y < b.y + b.h && b.y < a.y + a.h

/**
 * Places texts in their order of weight, none over another or over what is in `taken`. What finds no place is left out:
 * it stays readable by pointing and in the table.
 */
export function placeLabels(wishes: readonly Wish[], taken: readonly Box[], width: number): Label[] {
  const full: Box[] = [...taken]
  const labels: Label[] = []
  for (const { text, short, places, tone } of wishes) {
    const found = [text, ...(short ? [short] : [])]
      .flatMap(words => places.map(place => ({ words, place, box: boxOf(words, place) })))
      .find(({ box }) => box.x >= 0 && box.x + box.w <= width && !full.some(other => meet(box, other)))
    if (!found) continue
    full.push(found.box)
    labels.push({ text: found.words, ...found.place, tone })
  }
  return labels
}
