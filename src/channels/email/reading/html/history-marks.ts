/** What an element says of the text from it on. `history`: an earlier mail, to the end. `attribution`: "Ana wrote:". */
export type Mark = 'history' | 'attribution'

/** Mail programs that set an earlier mail apart by an element of their own, found by its id, class or name. */
const marks: readonly { pattern: RegExp; mark: Mark }[] = [
  // Outlook: on the web, new, for phones, for Mac; `x_` once for each time that it went through Outlook on the web
  { pattern: /(?:^| )(?:x_)*divRplyFwdMsg(?:$| )/i, mark: 'history' },
  { pattern: /(?:^| )(?:x_)*ms-outlook-mobile-reference-message(?:$| )/i, mark: 'history' },
  { pattern: /(?:^| )(?:x_)*OLK_SRC_BODY_SECTION(?:$| )/i, mark: 'history' },
  // Hotmail, Zimbra
  { pattern: /(?:^| )(?:stopSpelling|zwchr)(?:$| )/i, mark: 'history' },
  // Yahoo, Zoho, Spark, GMX and Web.de, Lotus Notes
  { pattern: /(?:^| )yahoo_quoted(?:_\d+)?(?:$| )/i, mark: 'history' },
  { pattern: /(?:^| )zmail_extra(?:$| )/i, mark: 'history' },
  { pattern: /(?:^| )messageReplySection(?:$| )/i, mark: 'history' },
  // Gmail, Thunderbird, Roundcube, Front, Superhuman
  { pattern: /(?:^| )(?:gmail_attr|moz-cite-prefix|moz-email-headers-table)(?:$| )/i, mark: 'attribution' },
  { pattern: /(?:^| )(?:reply-intro|front-attribution|sh-attribution)(?:$| )/i, mark: 'attribution' },
]

/** Outlook and Windows Mail draw a thin line above an earlier mail's From, Sent and To. */
const lineAbove: readonly RegExp[] = [
  /border:\s*none;\s*border-top:\s*solid #(?:b5c4df|e1e1e1|b5c4e1) 1\.0pt/i,
  /padding-top:\s*5px;\s*border-top-color:\s*rgb\(229, 229, 229\);\s*border-top-width:\s*1px;\s*border-top-style:\s*solid/i,
]

/** The mark that an element sets, if any. */
export function markOf(attributes: Readonly<Record<string, string>>): Mark | null {
  const names = `${attributes.id ?? ''} ${attributes.class ?? ''} ${attributes.name ?? ''}`.slice(0, 500)
  const known = marks.find(({ pattern }) => pattern.test(names))
  if (known) return known.mark
  const style = (attributes.style ?? '').slice(0, 500)
  return lineAbove.some(pattern => pattern.test(style)) ? 'history' : null
}

/** A blockquote that only moves a paragraph to the right ("indent more") quotes nobody. */
export function isQuote(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes.type === 'cite' || attributes.cite !== undefined || /quote/i.test(attributes.class ?? '')) return true
  const style = (attributes.style ?? '').slice(0, 500)
  return !/border(?:-style)?:\s*(?:none|0)/i.test(style) || /border-left/i.test(style)
}
