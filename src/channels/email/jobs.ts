import { EventEmitter } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import { Logger, type Runner, run, type WorkerEvents } from 'graphile-worker'
import { z } from 'zod'
import type { Database } from '../../store/database.ts'

/** One kind of work with mails. Other kinds never wait for it. */
export type Work = {
  /** What its jobs are called in the database. */
  task: 'take_mail' | 'send_mail'
  /** How many mails at the same time. */
  atOnce: number
  /** Does one mail. What it throws is said, and the mail has its turn again later. */
  do(mail: { workspace: number; mail: string }, at: Try): Promise<void>
}

/** Which try it is, from 1; `isLast`: the mail has no turn after this one. */
export type Try = { nth: number; isLast: boolean }

/** The payload of every mail job. */
const payload = z.object({ workspace: z.number(), mail: z.uuid() })

/** No job takes as long as this. What is held for longer is held by a server that is gone. */
const longestJob = '4 minutes'
const lookForHeldMs = 60_000
const pauseMs = 1000

/**
 * Does jobs until it is stopped, whatever happens to the database meanwhile. A job may be done again, or twice at the same
 * time, after a server or the database has died: each must see for itself whether it is still to be done.
 *
 * @throws when it can't begin
 */
export async function startJobs(
  database: Database,
  work: Work,
  say: (line: string) => void,
): Promise<{ stop(): Promise<void> }> {
  const ending = new AbortController()
  let runner = await begin(database, work, say)
  const looking = setInterval(() => freeHeld(database, work, longestJob), lookForHeldMs)

  // The library ends all its work when it could not write down what became of one job.
  async function goOn(): Promise<void> {
    while (!ending.signal.aborted) {
      await runner.promise.catch(() => {})
      while (!ending.signal.aborted) {
        await after(pauseMs, undefined, { signal: ending.signal }).catch(() => {})
        const next = await begin(database, work, say).catch(() => null)
        if (next) runner = next
        if (next) break
      }
    }
    // One that ended by itself can't be stopped.
    await runner.stop().catch(() => {})
  }

  const running = goOn()
  return {
    stop: async () => {
      clearInterval(looking)
      ending.abort()
      await runner.stop().catch(() => {})
      await running
    },
  }
}

function begin(database: Database, work: Work, say: (line: string) => void): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter()
  // At the start, and whenever the database was gone: what was held until then is to be done anew.
  events.on('pool:listen:success', () => freeHeld(database, work, '0 s'))
  return run({
    pgPool: database,
    events,
    concurrency: work.atOnce,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: quietLogger(say),
    // Without these, a job whose end can't be written down would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: {
      [work.task]: async (given, { job: { attempts: nth, max_attempts: most } }) => {
        const isLast = nth >= most
        try {
          await work.do(payload.parse(given), { nth, isLast })
        } catch (error) {
          say(`${error instanceof Error ? error.message : error}${isLast ? '' : ' It is tried again.'}`)
          throw error
        }
      },
    },
  })
}

/** Jobs that a server had begun when it died are held by it for hours, if nobody frees them. */
async function freeHeld(database: Database, { task }: Work, since: string): Promise<void> {
  await database
    .query(
      `select graphile_worker.force_unlock_workers(array(
        select locked_by from graphile_worker.jobs where task_identifier = $1 and locked_at <= now() - $2::interval
      ))`,
      [task, since],
    )
    // The database is away: this is done again when it is back.
    .catch(() => {})
}

/** Failures of jobs are said where they happen. Of what else the library says, only what went wrong is worth a line. */
const quietLogger = (say: (line: string) => void): Logger =>
  new Logger(() => (level, message, meta) => {
    const isJob = meta !== undefined && 'failure' in meta
    if (!isJob && (level === 'error' || level === 'warning')) say(message)
  })
