import { z } from 'zod'

const count = z.int().min(0)
/** Far more than any log can hold, so that nothing overflows. */
const amount = z.number().min(0).max(1e9)

/** How cases were passed between persons, or between groups. A log that does not say who has zeros. */
const passing = z.strictObject({
  /** Different ones in the whole log. */
  distinct: count,
  /** Changes from one to the next: all, for a case on average and at most, and cases with at least one. */
  handoffs: z.strictObject({ total: count, mean: amount, max: count, cases: count }),
  /** A, B, and A again: cases with at least one, their share of all cases, and how many there were. */
  pingPong: z.strictObject({ cases: count, share: z.number().min(0).max(1), count }),
  /** Cases that came back to one who had had them before, however long the way. */
  returns: z.strictObject({ cases: count }),
  /** Different ones in a case: on average, at most, and cases with at most one. */
  perCase: z.strictObject({ mean: amount, max: count, one: count }),
})

/** What `baton audit --json` tells of a log, with nothing rounded. The same is told of Baton's own, to lay them side by side. */
export const auditFigures = z.strictObject({
  cases: count,
  events: count,
  person: passing,
  group: passing,
  /** Of each case the longest time between two events. `p90Days`: nine of ten cases had no longer one. */
  silence: z.strictObject({
    medianHours: amount,
    p90Days: amount,
    maxDays: amount,
    /** What counts as long, in days; and how many cases had a longer one. */
    overDays: amount,
    overCases: count,
  }),
  /** Cases that went on after they had a final status. */
  reopened: z.strictObject({ cases: count }),
  /** Rows that could not be read, and how many of them for each reason. */
  rejected: z.strictObject({ rows: count, reasons: z.record(z.string().max(1000), count) }),
})

export type AuditFigures = z.infer<typeof auditFigures>
