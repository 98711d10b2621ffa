import type { Report } from './report.ts'

const many = (count: number): string => count.toLocaleString('en')
const counted = (count: number, one: string, more: string): string => `${many(count)} ${count === 1 ? one : more}`
/** The first few of many names. */
const some = (names: readonly string[], most = 10): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${many(names.length - most)} more`

/** A report as people read it. */
export function sayReport(report: Report): string {
  return [headOf(report), ...factsOf(report), ...concernsOf(report)].join('\n')
}

function headOf({ applied, stopped, source }: Report): string {
  if (stopped && applied) return 'Stopped. What has come over stays; the same again goes on from there.\n'
  if (stopped) return 'Stopped. Nothing was changed.\n'
  return applied
    ? `Brought over from ${source}.\n`
    : `This is what bringing the cases over from ${source} would do. Nothing was changed: the same with --apply does it.\n`
}

function factsOf({ cases, events, customers, owners, issues, persons, said, applied }: Report): string[] {
  const given = owners.members.map(({ member, open }) => `${member} ${many(open)}`)
  const intake = owners.intake > 0 ? [`by the intake’s policy ${many(owners.intake)}`] : []
  const isNew = cases.new > 0
  return [
    ...said.map(sentence => `  ${sentence}`),
    ...(said.length > 0 ? [''] : []),
    `  Cases      ${many(cases.read)} read: ${many(cases.new)} new, ${many(cases.changed)} with more events than before, ${many(cases.known)} known as they are`,
    ...(isNew ? [`  New ones   ${many(cases.over)} over there, ${many(cases.open)} open`] : []),
    `  Events     ${many(events.read)} read, ${many(events.brought)} ${applied ? 'brought' : 'to bring'}`,
    ...(isNew ? [`  Customers  ${many(customers.known)} known, ${many(customers.new)} new`] : []),
    ...(given.length + intake.length > 0 ? [`  Owners     of the open ones: ${[...given, ...intake].join(', ')}`] : []),
    ...(issues ? [`  Issues     #${issues.first} to #${issues.last}`] : []),
    `  People     ${counted(persons.matched.length, 'works', 'work')} here, ${counted(persons.unmatched.length, 'does', 'do')} not`,
    ...persons.matched.map(({ person, member }) => `             ${person}: ${member}`),
    ...(persons.unmatched.length > 0 ? [`             not here: ${some(persons.unmatched)}`] : []),
  ]
}

/** What somebody should look at. */
function concernsOf({ goOn, differ, unknownKinds, rejected, applied }: Report): string[] {
  const issues = (numbers: readonly number[]): string =>
    some(
      numbers.map(number => `#${number}`),
      30,
    )
  return [
    ...(goOn.length > 0
      ? [
          '',
          `They went on there with what had come over closed, so it ${applied ? 'is' : 'will be'} open again here: ${issues(goOn)}.`,
        ]
      : []),
    ...(differ.openThere.length > 0
      ? [
          '',
          `Closed here, and open again there: ${issues(differ.openThere)}. Call the customer: logging the call opens it.`,
        ]
      : []),
    ...(differ.overThere.length > 0
      ? [
          '',
          `Open here, and over there by now: ${issues(differ.overThere)}. Their owners ask the customer, and close them.`,
        ]
      : []),
    ...(unknownKinds.length > 0
      ? [
          '',
          `Kinds that this desk does not tell apart: ${some(unknownKinds)}. Such cases come without one; add them in the settings first to keep them.`,
        ]
      : []),
    ...(rejected.rows > 0 ? ['', `${counted(rejected.rows, 'row was', 'rows were')} left out:`] : []),
    ...rejected.first.map(({ line, reason }) => `  line ${many(line)}: ${reason}`),
    ...(rejected.rows > rejected.first.length && rejected.rows > 0
      ? Object.entries(rejected.reasons).map(([reason, count]) => `  in all ${many(count)}: ${reason}`)
      : []),
  ]
}
