/** A piece of a page. Everything else that is put into one is text, and escaped: what stands in a log may be hostile. */
export type Html = { readonly html: string }

type Part = Html | readonly Html[] | string | number

/** Puts a page together from pieces and texts: html`<p>${text}</p>`. Values belong between tags or in quoted attributes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = strings.map((text, place) => {
    const part = parts[place]
    return part === undefined ? text : text + writtenOf(part)
  })
  return { html: written.join('') }
}

export const nothing: Html = { html: '' }

/** What is our own already: a style sheet. */
export const raw = (text: string): Html => ({ html: text })

function writtenOf(part: Part): string {
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  if ('html' in part) return part.html
  return part.map(one => one.html).join('')
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Characters that no page may have become the sign for what can't be shown. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, mark => marks[mark] ?? mark)
    .replace(/[^\P{Cc}\t\n]|[\uFDD0-\uFDEF\uFFFE\uFFFF]/gu, '\uFFFD')
}
