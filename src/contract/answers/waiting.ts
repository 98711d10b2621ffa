import { z } from 'zod'
import type { WaitingKind } from '../../core/waiting.ts'
import { at, count, every } from './values.ts'

/** Something that waits for the reader on an issue. `of`: what it is about, numbered within the issue. */
export const Waits = z.strictObject({
  kind: every<WaitingKind>()(
    'cause_solved',
    'cause_word',
    'alarm',
    'approval',
    'approval_decided',
    'assist',
    'assist_over',
    'cannot_fix_agreed',
    'cannot_fix_asked',
    'champion',
    'concession_review',
    'cover_asked',
    'huddle',
    'needs_cover',
    'is_this',
    'look_back',
    'objection',
    'tell_of_cover',
    'match',
    'undelivered',
    'which_one',
  ),
  of: count,
  since: at,
  due: at.nullable(),
})
export type Waits = z.infer<typeof Waits>
