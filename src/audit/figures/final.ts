/** Statuses with which a case is over, as the usual help desks write them, in the languages in which we know them. */
const final = new Set([
  ...['closed', 'resolved', 'solved', 'completed', 'done', 'finished', 'fixed', 'cancelled', 'canceled', 'withdrawn'],
  ...['rejected', 'declined', 'duplicate', 'auto closed', 'autoclosed', 'won t do', 'won t fix', 'not an issue'],
  ...['geschlossen', 'gelöst', 'erledigt', 'abgeschlossen', 'storniert', 'abgebrochen'],
  ...['cerrado', 'cerrada', 'resuelto', 'resuelta', 'cancelado', 'cancelada', 'fechado', 'fechada', 'resolvido'],
  ...['fermé', 'clos', 'clôturé', 'résolu', 'annulé', 'terminé', 'chiuso', 'chiusa', 'risolto', 'annullato'],
  ...['gesloten', 'opgelost', 'geannuleerd', 'afgerond', 'stängd', 'löst', 'lukket', 'løst', 'zamknięte', 'rozwiązane'],
])

/** `Closed (Duplicate)`, `Resolved - by customer`, `Closed Skipped`: what follows only says how. */
const begins = new Set(['closed', 'resolved', 'solved', 'cancelled', 'canceled', 'geschlossen', 'gesloten'])

/** Whether a case with this status is over at most desks, however it is written. */
export function isUsuallyFinal(status: string): boolean {
  const plain = normal(status)
  return final.has(plain) || begins.has(plain.split(' ')[0] ?? '')
}

const normal = (status: string): string =>
  status
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Which of the statuses of a log are final; or, of those that somebody named, which the log does not have. */
export type Finals = { finals: readonly string[] } | { unknown: readonly string[] }

/**
 * The final ones among a log's statuses. `said`: as somebody named them, in any case of letters, one or several with commas
 * between; null: the usual ones.
 */
export function finalsAmong(statuses: readonly string[], said: readonly string[] | null): Finals {
  if (said === null) return { finals: statuses.filter(isUsuallyFinal) }
  const named = said.flatMap(text => (find(statuses, text).length > 0 ? [text] : text.split(',')))
  const wanted = named.filter(name => name.trim() !== '')
  const unknown = wanted.filter(name => find(statuses, name).length === 0).map(name => name.trim())
  if (unknown.length > 0) return { unknown }
  const found = new Set(wanted.flatMap(name => find(statuses, name)))
  return { finals: statuses.filter(status => found.has(status)) }
}

const find = (statuses: readonly string[], name: string): string[] =>
  statuses.filter(status => status.trim().toLowerCase() === name.trim().toLowerCase())
