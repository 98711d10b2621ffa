import { readSettings } from '../settings/settings.ts'
import { rebuildCourses } from '../store/course-rebuild.ts'
import { openDatabase } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { type Command, parse } from './command.ts'
import { withDatabase } from './database.ts'

/** Between two words on how far it has come. */
const saysEachMs = 2_000

export const rebuildMeasuresCommand: Command = {
  words: 'measures rebuild',
  usage: '',
  does: 'Counts everything that measures show anew, from the logs of all issues. The desk may run meanwhile.',
  async run(typed, output) {
    parse(typed, {})
    const { made, wrong } = await withDatabase(readSettings(process.env), output, async url => {
      await migrate(url)
      const database = openDatabase(url, 2)
      let said = performance.now()
      const heard = (count: number): void => {
        if (performance.now() - said < saysEachMs) return
        said = performance.now()
        output.say(`${inWords(count)} done …`)
      }
      try {
        return await rebuildCourses(database, { all: true, heard })
      } finally {
        await database.end()
      }
    })
    const were = wrong === 0 ? 'Everything was as it should be.' : `${inWords(wrong)} had been counted otherwise.`
    output.report({ issues: made, corrected: wrong }, `${inWords(made)} counted anew from the logs. ${were}`)
    return 0
  },
}

const inWords = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'issue' : 'issues'}`
