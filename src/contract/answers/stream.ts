import { z } from 'zod'
import { at, count, Word } from './values.ts'

/** What the live stream says. Each comes with an `id` to resume by. */
export const StreamEvent = z.union([
  z
    .strictObject({ kind: z.literal('start'), resumed: z.boolean() })
    .describe(
      'The first of every connection. Not `resumed`: there may have been more since than follows here; read your lists anew.',
    ),
  z
    .strictObject({ kind: z.literal('issue'), number: count, version: count, types: z.array(z.string()) })
    .describe('An issue has changed: by these events, up to this version.'),
  z
    .strictObject({ kind: z.literal('lesson'), lesson: count, version: count, types: z.array(z.string()) })
    .describe('A lesson has changed: by these events, up to this version.'),
  z
    .strictObject({
      kind: z.literal('notice'),
      id: count,
      word: Word,
      number: count.nullable(),
      lesson: count.nullable(),
    })
    .describe('You were told something, about an issue or a lesson.'),
  z.strictObject({ kind: z.literal('clock'), now: at }).describe("The server's time was moved."),
])
export type StreamEvent = z.infer<typeof StreamEvent>
