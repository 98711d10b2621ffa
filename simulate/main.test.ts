import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { measureLog } from './measure-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'simulate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...words: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], { encoding: 'utf8' })

describe('npm run simulate', () => {
  test('a table, with what a year at each desk comes to', () => {
    const { status, stdout } = run('--seeds', '2', '--days', '5', '--issues-per-day', '5', '--members', '6')
    expect(status).toBe(0)
    expect(stdout).toMatch(/The customer gave up +\d+\.\d % \[.*\] +\d+\.\d % \[.*\] +[+-]?\d+\.\d % \[.*\]/)
  })

  test('as JSON, with every seed for itself', () => {
    const { stdout } = run('--seeds', '2', '--days', '5', '--issues-per-day', '5', '--members', '6', '--json')
    const { size, years, compared } = JSON.parse(stdout)
    expect(size).toEqual({ days: 5, issuesPerDay: 5, members: 6 })
    expect(years.map(({ seed }: { seed: number }) => seed)).toEqual([1, 2])
    expect(compared[0]).toMatchObject({ figure: 'champion', rulebook: { low: expect.any(Number) } })
  })

  test.each([['--seeds', 'none'], ['--days', '0'], ['--habits', 'nice'], ['measure'], ['measure', 'one', 'two']])(
    'what makes no sense is said, with how to use it: %s %s',
    (...words) => {
      const { status, stderr } = run(...words)
      expect(status).toBe(2)
      expect(stderr).toContain('npm run simulate')
    },
  )

  test('a log that is not there is a failure', () => {
    expect(run('measure', join(folder, 'none.csv')).status).toBe(1)
  })
})

/** Tuesday's incident is passed from the first line to the second and back, and comes back once it was completed. */
const log = `SR Number,Change Date+Time,Status,Sub Status,Involved ST,Owner First Name,Owner Country
1-1,2012-05-08T09:00:00+01:00,Accepted,In Progress,G1,Ana,Spain
1-1,2012-05-08T10:00:00+01:00,Queued,Awaiting Assignment,G2 2nd,Ana,Spain
1-1,2012-05-08T16:30:00+01:00,Accepted,In Progress,G2 2nd,Ben,Sweden
1-1,2012-05-09T09:30:00+01:00,Accepted,Wait - User,G2 2nd,Ben,Sweden
1-1,2012-05-19T09:30:00+01:00,Queued,Awaiting Assignment,G1,Ben,Sweden
1-1,2012-05-21T09:10:00+01:00,Accepted,In Progress,G1,Ana,Spain
1-1,2012-05-21T09:20:00+01:00,Completed,Resolved,G1,Ana,Spain
1-1,2012-05-22T09:20:00+01:00,Accepted,In Progress,G1,Ana,Spain
1-1,2012-05-22T09:25:00+01:00,Completed,Closed,G1,Ana,Spain
1-2,2012-05-08T14:00:00+01:00,Accepted,In Progress,G1,"Carla, the second",Spain
1-2,2012-05-08T14:05:00+01:00,Completed,In Call,G1,"Carla, the second",Spain
`

describe('the measure of a log', () => {
  const plain = join(folder, 'log.csv')
  const packed = join(folder, 'log.csv.gz')
  writeFileSync(plain, log)
  writeFileSync(packed, gzipSync(log))
  const figures = measureLog(plain)

  test('plain or packed, it says the same', () => {
    expect(measureLog(packed)).toEqual(figures)
  })

  test('waits are counted in office hours, answers by day and night', () => {
    const { shares, queueMinutes, gapMinutesUpToTwoDays, answerHours } = figures
    expect(shares).toHaveLength(12)
    // From 10:00 to 16:30; from Saturday morning to Monday 9:10.
    expect(queueMinutes).toEqual([10, 10, 10, 10, 390, 390, 390, 390, 390, 390, 390, 390])
    // From 16:30 to the next morning at 9:30, and an hour on Tuesday.
    expect(new Set(gapMinutesUpToTwoDays as number[])).toEqual(new Set([60]))
    expect(new Set(answerHours as number[])).toEqual(new Set([240]))
  })

  test('who had it, passed it on and got it back', () => {
    expect(figures).toMatchObject({
      incidents: 2,
      passedOn: 0.5,
      passesPerIncident: 1,
      backToATeamThatHadIt: 0.5,
      backToAPersonWhoHadIt: 0.5,
      cameBack: 0.5,
      backToEither: 0.5,
      stillForAWeek: 0,
      passedOnToTheRightTeam: 1,
      endsWithSpecialists: 0,
      customerIsAsked: 0,
    })
  })

  test('another log is told apart', () => {
    const other = join(folder, 'other.csv')
    writeFileSync(other, 'Case,Activity\n1,Open\n')
    expect(() => measureLog(other)).toThrow('has no column "SR Number"')
  })
})
