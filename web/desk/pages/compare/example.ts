import type { AuditFigures } from '../../../../src/contract/audit.ts'

/** A made-up desk of the usual kind: a field says whose a ticket is, and anybody can change it. */
export const example: AuditFigures = {
  cases: 3180,
  events: 24_470,
  person: {
    distinct: 61,
    handoffs: { total: 6519, mean: 2.05, max: 17, cases: 2067 },
    pingPong: { cases: 413, share: 413 / 3180, count: 588 },
    returns: { cases: 622 },
    perCase: { mean: 2.62, max: 11, one: 1113 },
  },
  group: {
    distinct: 14,
    handoffs: { total: 3307, mean: 1.04, max: 12, cases: 1304 },
    pingPong: { cases: 334, share: 334 / 3180, count: 451 },
    returns: { cases: 470 },
    perCase: { mean: 1.74, max: 7, one: 1876 },
  },
  silence: { medianHours: 71.4, p90Days: 13.2, maxDays: 164.8, overDays: 7, overCases: 846 },
  reopened: { cases: 397 },
  rejected: { rows: 0, reasons: {} },
}
