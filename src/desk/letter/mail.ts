import type { LetterAnswer } from '../../contract/answers.ts'
import type { MemberId } from '../../core/context.ts'
import type { Instant } from '../../core/time/instant.ts'
import { sayDay, sayTime } from '../times.ts'

/** How a letter is told by mail: whose company, in which zone, and where its desk is. */
type Telling = { company: string; zone: string; url: string; reader: MemberId }

/** Of one thing a mail tells so many; the rest stands in the desk. */
const mostTold = 20

/** A letter as plain text: the customer's side first, and where each thing stands in the desk. */
export function letterText(letter: LetterAnswer, telling: Telling): { subject: string; body: string } {
  const { company, zone, url, reader } = telling
  const { team, from, until, suggestion } = letter
  const whose = team?.name ?? company
  const sections = [
    [`The week of ${whose}, from ${sayDay(from, zone)} to ${sayDay(until, zone)}.`],
    titled('WHAT WENT WELL', wentWell(letter, telling)),
    titled('WHAT WAS DROPPED', wasDropped(letter, telling)),
    titled('WHAT WAS LEARNED', wasLearned(letter, telling)),
    titled('ONE SUGGESTION', suggestion ? [...suggestion.says, url + suggestion.issues] : [nothingStandsOut]),
    [
      `All letters: ${url}/measures/letters`,
      `It comes once a week to who works in a team or leads it. Whether it comes to you by mail is yours to choose: ${url}/desk/people/${reader}`,
    ],
  ]
  return { subject: `${whose}: the week until ${sayDay(until, zone)}`, body: sections.flat().join('\n\n') }
}

const nothingStandsOut =
  'Nothing stands out: in the last four weeks nothing went wrong for three customers in the same way.'

const titled = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [title, ...lines])

function wentWell({ kept, thanks }: LetterAnswer, telling: Telling): string[] {
  const lines = thanks.map(({ for: whom, by, words, issue }) => {
    const said = words === null ? '.' : `: “${words.trim()}”`
    return `${by.kind === 'desk' ? 'Somebody' : by.name} thanks ${whom.name}${said}\n${linkTo(issue, telling)}`
  })
  const promises =
    kept === 0 ? [] : [kept === 1 ? '1 promise to a customer was kept.' : `${kept} promises to customers were kept.`]
  return [...promises, ...shortened(lines)]
}

function wasDropped({ broken, unanswered, silent }: LetterAnswer, telling: Telling): string[] {
  const say = (at: Instant): string => sayTime(at, telling.zone)
  const promises = broken.map(
    ({ customer, due, what, owed, issue }) =>
      `${customer.name} was to hear by ${say(due)} and did not: “${what}”.${owed ? ' It is still owed.' : ''}\n${linkTo(issue, telling)}`,
  )
  const offers = unanswered.map(
    ({ customer, offered, issue }) =>
      `For ${customer.name} a handoff was offered on ${say(offered)}, and nobody answered it.\n${linkTo(issue, telling)}`,
  )
  const silences = silent.map(
    ({ customer, since, issue }) =>
      `${customer.name} has heard nothing from us since ${say(since)}.\n${linkTo(issue, telling)}`,
  )
  const lines = [...shortened(promises), ...shortened(offers), ...shortened(silences)]
  return lines.length > 0 ? lines : ['Nothing: no promise was broken, every offer was answered, nobody waits too long.']
}

const became: Record<LetterAnswer['lessons'][number]['became'], string> = {
  adopted: 'Adopted',
  kept: 'Kept after its trial',
  changed: 'Changed after its trial',
  dropped: 'Dropped after its trial',
}

const wasLearned = ({ lessons }: LetterAnswer, { url }: Telling): string[] =>
  shortened(
    lessons.map(
      ({ id, became: state, what, says }) =>
        `${became[state]}: ${says}\nIt began with: ${what}\n${url}/desk/lessons/${id}`,
    ),
  )

function shortened(lines: readonly string[]): string[] {
  const more = lines.length - mostTold
  return more > 0 ? [...lines.slice(0, mostTold), `And ${more} more, which stand in the desk.`] : [...lines]
}

const linkTo = ({ number, subject }: { number: number; subject: string }, { url }: Telling): string =>
  `#${number} ${subject.trim().replace(/\s+/g, ' ')}: ${url}/desk/issues/${number}`
