import { z } from 'zod'

/** RFC 9457. A refusal of the rulebook is 409 with `code`, `detail`, `remedy` and `data`. */
export const Problem = z.strictObject({
  type: z.string().describe('Where the docs explain this code.'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What happened, and why.'),
  code: z.string().describe('Stable; never changes its meaning.'),
  remedy: z.string().describe('What to do instead.'),
  instance: z.string().optional().describe('Of a fault of ours: its number, by which the log knows it.'),
  data: z.record(z.string(), z.unknown()).optional().describe('Of a refusal: what a screen needs to say it.'),
  errors: z
    .array(z.strictObject({ path: z.string(), message: z.string() }))
    .optional()
    .describe('Of bad input: each place that is wrong.'),
})
export type Problem = z.infer<typeof Problem>
