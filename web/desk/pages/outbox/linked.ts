/** A stretch of a mail's text: words, or an address that can be followed. */
export type Stretch = { text: string; href: string | null }

/** Parts a text at its web addresses. What ends a sentence after an address is not of it. */
export function linked(text: string): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  for (const match of text.matchAll(/https?:\/\/[^\s<>"]+/g)) {
    const address = match[0].replace(/[).,;:!?'’”]+$/, '')
    if (!URL.canParse(address)) continue
    if (match.index > from) stretches.push({ text: text.slice(from, match.index), href: null })
    stretches.push({ text: address, href: address })
    from = match.index + address.length
  }
  if (from < text.length) stretches.push({ text: text.slice(from), href: null })
  return stretches
}
