/** Rule 25: the one order of every list, of issues called `issue` in a statement. What stands first, core/escalation/order.ts decides. */
export const inTheOneOrder = (issue: string): string => `${issue}.rank, ${issue}.rank_at, ${issue}.number`
