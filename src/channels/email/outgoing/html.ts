import type { Letter } from './compose.ts'

const style = {
  page: "margin:0;padding:8px;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
  column: 'max-width:38em',
  paragraph: 'margin:0 0 1em',
  promise: 'margin:0 0 1em;font-weight:600',
  foot: 'margin:1.5em 0 0;font-size:14px;color:#737373',
}

/**
 * The calm page of a mail: its words, the promise, the way to their page, whose it is. No colours but that of the foot, so
 * that it reads in light and dark; each paragraph finds its own direction.
 */
export function htmlOf({ body, promiseLine, link, companyName }: Letter): string {
  const words = body
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n{2,}/)
    .map(text => paragraph(style.paragraph, linked(text)))
  const promise = promiseLine === null ? [] : [paragraph(style.promise, linked(promiseLine))]
  const page =
    link === null ? [] : [paragraph(style.paragraph, anchor(link, 'See who has your request, and what happens next'))]
  const column = [...words, ...promise, ...page, paragraph(style.foot, escaped(companyName))]
  return [
    '<!doctype html>',
    '<html><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>',
    `<body style="${style.page}"><div style="${style.column}">`,
    ...column,
    '</div></body></html>',
    '',
  ].join('\n')
}

const paragraph = (look: string, html: string): string => `<p dir="auto" style="${look}">${html}</p>`

const anchor = (url: string, html: string): string => `<a href="${escaped(url)}">${html}</a>`

/** Text with its web addresses made clickable. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/i)
    .map((part, index) => (index % 2 === 1 ? linkedUrl(part) : lines(part)))
    .join('')
}

/** What ends a sentence or closes a bracket around an address is not part of it. */
function linkedUrl(found: string): string {
  let url = found
  for (;;) {
    const last = url.at(-1) ?? ''
    const isUnopened = (last === ')' && count(url, ')') > count(url, '(')) || (last === ']' && !url.includes('['))
    if (!isUnopened && !/[.,;:!?'*_]/.test(last)) break
    url = url.slice(0, -1)
  }
  return URL.canParse(url) ? anchor(url, escaped(url)) + escaped(found.slice(url.length)) : escaped(found)
}

const count = (text: string, letter: string): number => text.split(letter).length - 1

/** Line ends and rows of blanks as they were written. */
const lines = (text: string): string =>
  escaped(text)
    .replace(/(?<= ) | (?=\n)|(?<=^|\n) /g, '&nbsp;')
    .replaceAll('\n', '<br>\n')

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => text.replace(/[&<>"']/g, letter => escapes[letter] ?? letter)
