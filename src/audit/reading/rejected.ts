import type { Rejected } from '../event.ts'

/** So many damaged rows are shown with their line. */
const shown = 10

/** One in so many rows may be damaged. */
const tolerated = 20

export type Rejections = {
  /** `reason` is counted; `detail` (the value that was wrong) is shown with the first of them. */
  add(line: number, reason: string, detail?: string): void
  all(): Rejected
  /** Why reading can't count on the rest, if it can't: a sentence. */
  fault(rows: number, called: string): string | null
}

export function rejections(): Rejections {
  let rows = 0
  const reasons = new Map<string, number>()
  const first: { line: number; reason: string }[] = []
  return {
    add(line, reason, detail) {
      rows++
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
      if (first.length < shown) first.push({ line, reason: detail === undefined ? reason : `${reason}: ${detail}` })
    },
    all: () => ({ rows, reasons: Object.fromEntries(reasons), first }),
    fault(all, called) {
      if (rows * tolerated <= all) return null
      const share = `${Math.round((1000 * rows) / all) / 10} %`
      const why = [...reasons].map(([reason, count]) => `${count.toLocaleString('en')} × ${reason}`).join(', ')
      const where = first.slice(0, 3).map(({ line, reason }) => `line ${line} (${reason})`)
      return (
        `${rows.toLocaleString('en')} of ${all.toLocaleString('en')} ${called} (${share}) are damaged, and more than 5 % ` +
        `are too many to trust the rest: ${why}. See ${where.join(', ')}. --keep-going leaves them out.`
      )
    },
  }
}
