// Tells what came of `npm run mutate`, as docs/mutations.md has it: `node mutation/table.mjs [report.json …]`.
// Of a file that stands in several reports, the last one counts.
import { readFileSync } from 'node:fs'

const reports = process.argv.length > 2 ? process.argv.slice(2) : ['coverage/mutation.json']
const files = new Map()
for (const report of reports) {
  const { files: found } = JSON.parse(readFileSync(report, 'utf8'))
  for (const [name, { mutants }] of Object.entries(found)) files.set(name, mutants)
}

const count = (mutants, ...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length

function row(name, mutants) {
  const killed = count(mutants, 'Killed', 'Timeout')
  const tried = killed + count(mutants, 'Survived', 'NoCoverage')
  const score = tried === 0 ? '' : `${((100 * killed) / tried).toFixed(1)} %`
  return `| ${name} | ${tried} | ${killed} | ${score} | ${count(mutants, 'Ignored')} |`
}

console.log('| file | mutants | killed | score | left out |\n| --- | ---: | ---: | ---: | ---: |')
for (const [name, mutants] of [...files].sort(([one], [other]) => (one < other ? -1 : 1)))
  console.log(row(`\`${name.replace('src/core/', '')}\``, mutants))
console.log(row('**all**', [...files.values()].flat()))
