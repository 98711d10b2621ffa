/** Elements that close themselves, or that the next of their kind closes. */
const neverDeep = new Set([
  'area',
  'br',
  'col',
  'dd',
  'dt',
  'hr',
  'img',
  'input',
  'li',
  'link',
  'meta',
  'option',
  'p',
  'td',
  'th',
  'tr',
  'wbr',
])

const deepest = 2000

/**
 * Whether elements are nested deeper than any mail program writes. Parsers of HTML search all open elements at each closing
 * tag, so a hostile mail could hold one for minutes. Never says less than the real depth; linear in time.
 */
export function isTooDeep(html: string): boolean {
  const open = new Map<string, number>()
  let depth = 0
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z][^\s/>]{0,40})/gi)) {
    const name = tag.toLowerCase()
    if (neverDeep.has(name)) continue
    const count = open.get(name) ?? 0
    if (slash === '') {
      open.set(name, count + 1)
      if (++depth > deepest) return true
    } else if (count > 0) {
      open.set(name, count - 1)
      depth--
    }
  }
  return false
}
