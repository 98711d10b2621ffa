import { readSettings, type Settings, SettingsFault } from '../../settings/settings.ts'
import { type Command, type Output, parse } from '../command.ts'
import { dataFolder, withDatabase } from '../database.ts'
import type { Finding } from './finding.ts'
import { checkClock, checkDatabase, checkDisk } from './ground.ts'
import { checkImap, checkReceiving, checkSmtp } from './mail.ts'

export const doctor: Command = {
  words: 'doctor',
  usage: '',
  does: 'Checks settings, database, mail servers, disk and clock, and says what to fix.',
  async run(typed, output) {
    parse(typed, {})
    const findings = await examine(output)
    const isWell = findings.every(({ state }) => state !== 'fault')
    output.report({ well: isWell, findings }, [...findings.map(lineOf), '', verdict(findings)].join('\n'))
    return isWell ? 0 : 1
  },
}

const marks = { well: 'ok     ', warning: 'WARNING', fault: 'FAULT  ' }

const lineOf = ({ about, state, says }: Finding): string => `${marks[state]} ${about.padEnd(10)} ${says}`

function verdict(findings: readonly Finding[]): string {
  const faults = findings.filter(({ state }) => state === 'fault').length
  const warnings = findings.filter(({ state }) => state === 'warning').length
  if (faults + warnings === 0) return 'All is well.'
  return `${faults} to fix, ${warnings} to look at.`
}

async function examine(output: Output): Promise<Finding[]> {
  let settings: Settings
  try {
    settings = readSettings(process.env)
  } catch (error) {
    if (error instanceof SettingsFault) return error.faults.map(says => ({ about: 'settings', state: 'fault', says }))
    throw error
  }
  const settingsFound: Finding = { about: 'settings', state: 'well', says: 'All can be used.' }
  const [database, ...others] = await Promise.all([
    examineDatabase(settings, output),
    dataFolder(settings).then(checkDisk, failed('disk')),
    checkImap(settings.imap),
    checkSmtp(settings.smtp),
    checkReceiving(settings.smtpListen),
  ])
  return [settingsFound, ...database, ...others]
}

async function examineDatabase(settings: Settings, output: Output): Promise<Finding[]> {
  const look = async (url: string): Promise<Finding[]> => {
    const database = await checkDatabase(url)
    return database.state === 'fault' ? [database] : [database, await checkClock(url)]
  }
  return withDatabase(settings, output, look).catch(error => [failed('database')(error)])
}

const failed =
  (about: string) =>
  (error: unknown): Finding => ({ about, state: 'fault', says: error instanceof Error ? error.message : String(error) })
