import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Reading, ReadOptions } from '../audit/event.ts'
import { finalsAmong } from '../audit/figures/final.ts'
import { readingHelp, readingOf, readingOptions, readingUsage } from '../audit/reading/options.ts'
import { readLog } from '../audit/reading/read.ts'
import { sayFinals } from '../audit/report/finals.ts'
import { hasSeat, type MemberId } from '../core/context.ts'
import { hasAnybody } from '../desk/intake.ts'
import { bringOver } from '../moving-in/bring.ts'
import { type Gathered, openGathering } from '../moving-in/gather.ts'
import { reportOf } from '../moving-in/report.ts'
import { sayReport } from '../moving-in/words.ts'
import { type Configuration, configurationOf } from '../store/configuration.ts'
import type { Database } from '../store/database.ts'
import { readLogReadAs } from '../store/foreign.ts'
import { type Command, CommandFault, parse, WrongUse } from './command.ts'
import { onDesk, workspace } from './on-desk.ts'
import { openProgress } from './progress.ts'
import { onStop } from './shutdown.ts'

/** Columns of a log that say more of a case than its history. */
const further = ['customer', 'email', 'subject', 'kind'] as const

/** As a shell says of what Ctrl-C ended. */
const stopped = 130

export const importCommand: Command = {
  words: 'import',
  usage: `FILE [--from csv] [--source NAME] ${readingUsage} [--customer COLUMN] [--email COLUMN] [--subject COLUMN] [--kind COLUMN] [--final "STATUS,STATUS"] [--owner EMAIL] [--dry-run | --apply]`,
  short: 'FILE --from csv [how to read it] [--apply]',
  does: 'Brings the cases of another desk over from its event log, with their history. Without --apply it only tells what it would do.',
  more:
    'The same log again, or a longer one, brings only what is new; what was stopped goes on. No mail goes out.\n\n' +
    `${readingHelp}\n\n` +
    'NAME is what the other desk is called, and what its cases are known by when they come again. A case is over when its ' +
    'last status is one of those that usually say so, or of --final; in a log without statuses all are. An open one becomes ' +
    'the issue of who had it last, when they work here under that e-mail address or name; else of --owner; else of whom the ' +
    'intake’s policy names. Customers are known by their e-mail address, and without one each case has a customer of its own.',
  async run(typed, output) {
    const { values, first: file } = parse(
      typed,
      {
        ...readingOptions,
        from: { type: 'string', default: 'csv' },
        source: { type: 'string', default: 'the former desk' },
        customer: { type: 'string' },
        email: { type: 'string' },
        subject: { type: 'string' },
        kind: { type: 'string' },
        final: { type: 'string', multiple: true },
        owner: { type: 'string' },
        apply: { type: 'boolean', default: false },
        // What happens anyway, for those who rather say it.
        'dry-run': { type: 'boolean', default: false },
      },
      1,
    )
    if (values.from !== 'csv')
      throw new WrongUse(`"${values.from}" can't be read. Write --from csv, for CSV and XES alike.`)
    if (values.apply && values['dry-run']) throw new WrongUse('Say --dry-run or --apply, not both.')
    const source = sourceOf(values.source)
    const read = readingOf(values)
    if ('fault' in read) throw new WrongUse(read.fault)
    const stopping = new AbortController()
    onStop(() => stopping.abort(), output.say)
    const { signal } = stopping
    const extra = Object.fromEntries(further.flatMap(name => (values[name] ? [[name, values[name]]] : [])))
    const log = await readCases(file, { ...read.options, extra, signal })
    if (log === null) {
      process.stderr.write('Stopped while the log was read. Nothing was changed.\n')
      return stopped
    }
    const { reading, gathered } = log
    const finals = finalsOf(log, values.final ?? null)
    const readAs = { ...reading.columns, zone: values.zone ?? 'UTC' }
    const report = await onDesk(output, async database => {
      const configuration = await configurationOf(database, workspace)
      if (!hasAnybody(configuration)) throw new CommandFault(nobody)
      await refuseOtherReading(database, source, readAs)
      const owner = values.owner === undefined ? null : ownerOf(values.owner, configuration)
      const progress = openProgress(process.stderr, values.apply ? 'Bringing over' : 'Looking')
      const bringing = { source, finals, owner, readAs, apply: values.apply, signal, onProgress: progress.show }
      const tally = await bringOver({ database, workspace }, gathered, bringing)
      progress.clear()
      const said = [...reading.said, ...sayFinals(reading.columns, [...gathered.statuses], [...(finals ?? [])])]
      return reportOf({
        source,
        applied: values.apply,
        stopped: signal.aborted,
        reading: { ...reading, said },
        gathered,
        tally,
        configuration,
      })
    })
    output.report(report, sayReport(report))
    return report.stopped ? stopped : 0
  },
}

const nobody =
  'Nobody has a seat at this desk yet who could own what comes. "baton member add" gives somebody one; then say this again.'

type Read = { reading: Reading; gathered: Gathered }

/** Reads the log; null when whoever started it stopped it. */
async function readCases(file: string, options: ReadOptions): Promise<Read | null> {
  const gathering = openGathering()
  const progress = openProgress(process.stderr, `Reading ${basename(file)}`)
  try {
    const reading = await readLog(file, { ...options, onProgress: progress.show }, gathering.take)
    return { reading, gathered: gathering.finish() }
  } catch (error) {
    if (options.signal?.aborted) return null
    throw error
  } finally {
    progress.clear()
  }
}

/** With which statuses a case is over; null: the log has none. */
function finalsOf({ reading, gathered }: Read, named: readonly string[] | null): ReadonlySet<string> | null {
  if (reading.columns.status === null) {
    if (named) throw new CommandFault('--final needs to know which column has the statuses: name it with --status.')
    return null
  }
  const all = [...gathered.statuses]
  const listed = all
    .slice(0, 40)
    .map(status => `"${status}"`)
    .join(', ')
  const found = finalsAmong(all, named)
  if ('unknown' in found)
    throw new CommandFault(
      `No event has the status ${found.unknown.map(name => `"${name}"`).join(' or ')}. The log has ${listed}.`,
    )
  // Whoever meant it says so: else a whole desk's past would be open work.
  if (named === null && found.finals.length === 0 && all.length > 0)
    throw new CommandFault(
      `None of the statuses is known to end a case: ${listed}. Name those that do with --final "A,B"; or say --final "" when all cases are open.`,
    )
  return new Set(found.finals)
}

/** Read in another way, every event would seem to be new. */
async function refuseOtherReading(database: Database, source: string, readAs: object): Promise<void> {
  const before = await readLogReadAs(database, workspace, source)
  if (before === null || isDeepStrictEqual(before, readAs)) return
  const told = Object.entries(before)
    .map(([name, column]) => `--${name} "${column ?? ''}"`)
    .join(' ')
  throw new CommandFault(
    `Cases of ${source} came over before, read with ${told}. Read in another way their events would all come again. Say the same, or, when it is another desk's log, name that desk with --source.`,
  )
}

function sourceOf(text: string): string {
  const source = text.trim()
  if (source !== '' && source.length <= 60 && !/\p{Cc}/u.test(source)) return source
  throw new WrongUse('Say what the other desk is called in up to 60 characters: --source ServiceNow.')
}

function ownerOf(email: string, { members }: Configuration): MemberId {
  const member = [...members.values()].find(one => one.email === email.trim().toLowerCase())
  if (!member) throw new CommandFault(`Nobody at this desk has the address ${email}. "baton member add" adds them.`)
  if (member.active && hasSeat(member)) return member.id
  throw new CommandFault(`${member.name} has no seat in the queue, so can own nothing. Name somebody who has.`)
}
