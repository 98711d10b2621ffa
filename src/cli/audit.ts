import { basename } from 'node:path'
import type { Reading } from '../audit/event.ts'
import { figuresOf } from '../audit/figures/figures.ts'
import { finalsAmong } from '../audit/figures/final.ts'
import { type Log, openCollector } from '../audit/figures/log.ts'
import { treatmentOf } from '../audit/figures/treatment.ts'
import { readingHelp, readingOf, readingOptions, readingUsage } from '../audit/reading/options.ts'
import { readLog } from '../audit/reading/read.ts'
import type { Audit } from '../audit/report/audit.ts'
import { listed, sayFinals } from '../audit/report/finals.ts'
import { pageOf } from '../audit/report/page.ts'
import { saidLines, textTable } from '../audit/report/text-table.ts'
import { type Command, CommandFault, type Output, parse, WrongUse } from './command.ts'
import { type NewFile, openNewFile } from './new-file.ts'
import { openProgress } from './progress.ts'
import { onStop } from './shutdown.ts'

/** As a shell says of what Ctrl-C ended. */
const stopped = 130

/** A silence longer than this is long, unless somebody says otherwise. */
const usualOverDays = '7'

export const auditCommand: Command = {
  words: 'audit',
  usage: `FILE [--html PAGE] [--persons] [--final "STATUS,STATUS"] [--over-days DAYS] ${readingUsage}`,
  short: 'FILE [--html PAGE] [how to read it]',
  does: 'Tells how customers were treated at another desk, from its event log: CSV or XES, plain, .gz or .zip.',
  more:
    `${readingHelp}\n\n` +
    'With --html the whole story with its pictures goes into one page. --persons calls persons by their names there; without ' +
    'it they are numbered. --final names the statuses with which a case is over. --over-days says from when on a silence is ' +
    `long (${usualOverDays} days).`,
  async run(typed, output) {
    const { values, first: file } = parse(
      typed,
      {
        ...readingOptions,
        final: { type: 'string', multiple: true },
        'over-days': { type: 'string', default: usualOverDays },
        html: { type: 'string' },
        persons: { type: 'boolean', default: false },
      },
      1,
    )
    const reading = readingOf(values)
    if ('fault' in reading) throw new WrongUse(reading.fault)
    const overDays = daysOf(values['over-days'])
    const stopping = new AbortController()
    onStop(
      () => stopping.abort(),
      () => {},
    )
    const page = values.html === undefined ? null : await openNewFile(values.html, file)
    const progress = openProgress(process.stderr, `Reading ${basename(file)}`)
    const { signal } = stopping
    try {
      const collector = openCollector()
      const options = { ...reading.options, signal, onProgress: progress.show }
      const read = await readLog(file, options, collector.take)
      progress.clear()
      const log = collector.finish()
      const audit = auditOf(file, read, log, {
        finals: values.final ?? null,
        overDays,
        zone: values.zone ?? 'UTC',
        persons: values.persons,
      })
      if (page) await page.write(pageOf(audit))
      // Counting and drawing leave no time in which a Ctrl-C could be heard.
      await new Promise(setImmediate)
      signal.throwIfAborted()
      await tell(audit, page, output)
      return 0
    } catch (error) {
      progress.clear()
      if (!signal.aborted) throw error
      process.stderr.write('Stopped. Nothing was written.\n')
      return stopped
    } finally {
      await page?.discard()
    }
  },
}

type Asked = { finals: readonly string[] | null; overDays: number; zone: string; persons: boolean }

function auditOf(file: string, reading: Reading, log: Log, { finals: named, overDays, zone, persons }: Asked): Audit {
  if (named && reading.columns.status === null)
    throw new CommandFault('--final needs to know which column has the statuses: name it with --status.')
  const found = finalsAmong(log.status.values, named)
  if ('unknown' in found)
    throw new CommandFault(
      `No event has the status ${listed(found.unknown)}. The log has ${listed(log.status.values)}.`,
    )
  const treatment = treatmentOf(log, found.finals)
  const said = [...reading.said, ...sayFinals(reading.columns, log.status.values, found.finals)]
  return {
    file: basename(file),
    reading: { ...reading, said },
    treatment,
    figures: figuresOf(treatment, overDays, reading.rejected),
    zone,
    persons,
  }
}

/** What was found out goes to whoever asked, and only then the page to its place. */
async function tell(audit: Audit, page: NewFile | null, output: Output): Promise<void> {
  await page?.keep()
  const where = page ? `\n\nThe page is ${page.path}` : ''
  if (output.json) for (const line of saidLines(audit)) output.say(line)
  if (output.json && page) output.say(`The page is ${page.path}`)
  output.report(audit.figures, `${textTable(audit)}${where}`)
}

function daysOf(text: string): number {
  const days = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && days > 0 && days <= 36_500) return days
  throw new WrongUse(`"${text}" is no number of days. Write --over-days 3, or 0.5 for half a day.`)
}
