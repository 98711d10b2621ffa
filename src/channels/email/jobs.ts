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
  /** No job takes as long: what is held for longer is held by a server that is gone. As PostgreSQL says it: `1 minute`. */
  longest: string
  /** Does one mail. What it throws is said, and the mail has its turn again later. */
  do(mail: { workspace: number; mail: string }, at: Try): Promise<void>
}

/** Which try it is, from 1; `isLast`: the mail has no turn after this one. */
export type Try = { nth: number; isLast: boolean }

/** The payload of every mail job. */
const payload = z.object({ workspace: z.number(), mail: z.uuid() })

const lookMs = 30_000
const pauseMs = 1000
/** How long one that is broken already may take to stop. */
const stopMs = 5000

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
  const pause = (ms: number): Promise<unknown> => after(ms, undefined, { signal: ending.signal }).catch(() => {})
  let doing = await begin(database, work, say, ending.signal)
  const looking = setInterval(() => {
    free(database, work, work.longest)
      .then(() => revive(database, work))
      // The database is away: the next look finds the same.
      .catch(() => {})
  }, lookMs)

  async function goOn(): Promise<void> {
    while (!ending.signal.aborted) {
      await doing.broken
      await pause(pauseMs)
      if (ending.signal.aborted) return
      doing = (await begin(database, work, say, ending.signal).catch(() => null)) ?? doing
    }
    await doing.stop()
  }

  const going = goOn()
  return {
    stop: async () => {
      clearInterval(looking)
      ending.abort()
      await doing.stop()
      await going
    },
  }
}

/** `broken`: when it does no more jobs. */
type Doing = { broken: Promise<unknown>; stop(): Promise<unknown> }

async function begin(database: Database, work: Work, say: (line: string) => void, ending: AbortSignal): Promise<Doing> {
  const events: WorkerEvents = new EventEmitter()
  // At the start, and whenever the database was gone: what was held until then is to be done anew.
  let wasAway = true
  const isThere = (): void => {
    if (wasAway) freeAll(database, work, ending)
    wasAway = false
  }
  events.on('worker:getJob:error', () => {
    wasAway = true
  })
  events.on('worker:getJob:empty', isThere)
  events.on('job:start', isThere)
  // The library ends all its work when it could not write down what became of one job, and may not come to that end.
  const fatal = new Promise(resolve => events.once('pool:fatalError', resolve))
  const runner = await start(database, work, say, events)
  const ended = runner.promise.catch(() => {})
  return {
    broken: Promise.race([fatal, ended]),
    // One that has ended by itself can't be stopped.
    stop: () =>
      Promise.race([runner.stop().catch(() => {}), Promise.all([fatal, after(stopMs, undefined, { ref: false })])]),
  }
}

function start(database: Database, work: Work, say: (line: string) => void, events: WorkerEvents): Promise<Runner> {
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

/** Frees all jobs that are held, as soon as the database can be asked. */
async function freeAll(database: Database, work: Work, ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    try {
      return await free(database, work, '0 s')
    } catch {
      await after(pauseMs, undefined, { signal: ending }).catch(() => {})
    }
  }
}

/** Jobs that a server had begun when it died are held by it for hours, if nobody frees them. */
async function free(database: Database, { task }: Work, heldFor: string): Promise<void> {
  await database.query(
    `select graphile_worker.force_unlock_workers(array(
      select locked_by from graphile_worker.jobs where task_identifier = $1 and locked_at <= now() - $2::interval
    ))`,
    [task, heldFor],
  )
}

/** A job whose last try failed by an accident, such as the database's death, has not come to its end. */
async function revive(database: Database, { task }: Work): Promise<void> {
  await database.query(
    `select graphile_worker.reschedule_jobs(
      array(select id from graphile_worker.jobs where task_identifier = $1 and attempts >= max_attempts),
      run_at => now(), attempts => 20
    )`,
    [task],
  )
}

/** Failures of jobs are said where they happen. Of what else the library says, only what went wrong is worth a line. */
const quietLogger = (say: (line: string) => void): Logger =>
  new Logger(() => (level, message, meta) => {
    const isJob = meta !== undefined && 'failure' in meta
    if (!isJob && (level === 'error' || level === 'warning')) say(message)
  })
