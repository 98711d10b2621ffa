import type { Settings } from '../settings/settings.ts'
import { openDatabase } from '../store/database.ts'
import type { Embedded } from '../store/embedded/embedded.ts'

/**
 * Which of the embedded databases is the desk. The demo has one of its own, so that nothing invented ever stands beside
 * what is real: it is the desk when asked for, and, while nothing is said, until somebody has a place at the real one.
 */
export async function chooseDatabase(
  embedded: Embedded,
  demo: Settings['demo'],
): Promise<{ url: string; demo: boolean }> {
  const isDemo = demo ?? !(await hasPeople(embedded.url))
  return { url: isDemo ? await embedded.open('demo') : embedded.url, demo: isDemo }
}

async function hasPeople(url: string): Promise<boolean> {
  const database = openDatabase(url, 1)
  try {
    const { rows } = await database.query<{ founded: boolean }>(`select to_regclass('member') is not null as founded`)
    if (!rows[0]?.founded) return false
    return (await database.query('select 1 from member limit 1')).rowCount === 1
  } finally {
    await database.end()
  }
}
