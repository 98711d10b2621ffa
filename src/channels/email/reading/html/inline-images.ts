import type { MailFile } from '../files.ts'
import { fromBase64 } from '../mime/transfer.ts'

/**
 * Shows the pictures that came with a mail. For HTML from `sanitizeMail` only: there, `<` begins an element and `>` ends it.
 * A picture that `urlOfContentId` does not know stays without a source.
 *
 * @example withInlineImages(html, id => files.get(id)?.url ?? null)
 */
export function withInlineImages(html: string, urlOfContentId: (contentId: string) => string | null): string {
  return html.replace(/(<img\b[^<>]*?) src="cid:([^"<>]*)"/g, (_, before: string, reference: string) => {
    const url = urlOfContentId(contentIdOf(reference))
    return url === null ? before : `${before} src="${escaped(url)}"`
  })
}

/** Lets the pictures from elsewhere be fetched, since somebody asked for them. For HTML from `sanitizeMail` only. */
export const withRemoteImages = (html: string): string =>
  html.replace(/(<img\b[^<>]*?) data-remote-src="([^"<>]*)"/g, '$1 src="$2"')

/** The Content-ID that a `cid:` address in HTML means. */
export function contentIdOf(reference: string): string {
  const plain = reference
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const dataImage = /\bsrc\s{0,5}=\s{0,5}(["'])\s{0,5}data:image\/(png|jpe?g|gif|webp);base64,/gi

/** Pictures that stand in the HTML itself (a pasted screenshot) become files like the others, and `cid:` names them. */
export function takeDataImages(html: string): { html: string; files: MailFile[] } {
  const files: MailFile[] = []
  let rest = ''
  let from = 0
  // Pictures are too long for a regular expression to run over.
  for (const match of html.matchAll(dataImage)) {
    const [opening, quote = '"', type = ''] = match
    const start = match.index + opening.length
    const end = html.indexOf(quote, start)
    if (end === -1 || match.index < from || files.length >= 100) continue
    const kind = type.toLowerCase().replace('jpg', 'jpeg')
    const name = `picture-${files.length + 1}`
    const content = fromBase64(html.slice(start, end))
    files.push({
      name: `${name}.${kind}`,
      contentType: `image/${kind}`,
      content,
      contentId: `${name}.baton`,
      inline: true,
    })
    rest += `${html.slice(from, match.index)}src="cid:${name}.baton"`
    from = end + 1
  }
  return { html: rest + html.slice(from), files }
}
