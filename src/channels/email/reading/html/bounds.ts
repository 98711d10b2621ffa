/** Elements that close themselves, or that the next of their kind closes. */
const neverDeep = new Set('area br col dd dt hr img input li link meta option p td th tr wbr'.split(' '))

const most = { tags: 150_000, depth: 2000, strayClosings: 20_000 }

/**
 * Whether HTML has more elements, or deeper ones, than any mail program writes. Parsers search all open elements at each
 * closing tag, so a hostile mail could hold one for minutes. Never takes HTML for less deep than it is; linear in time.
 */
export function isBeyondReading(html: string): boolean {
  const open = new Map<string, number>()
  let tags = 0
  let depth = 0
  let strays = 0
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z][^\s/>]{0,40})/gi)) {
    if (++tags > most.tags) return true
    const name = tag.toLowerCase()
    if (neverDeep.has(name)) continue
    const count = open.get(name) ?? 0
    if (slash === '') {
      open.set(name, count + 1)
      if (++depth > most.depth) return true
    } else if (count > 0) {
      open.set(name, count - 1)
      depth--
    } else if (++strays > most.strayClosings) return true
  }
  return false
}
