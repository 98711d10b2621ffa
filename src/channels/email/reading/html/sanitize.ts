import sanitize from 'sanitize-html'
import { isBeyondReading } from './bounds.ts'
import { allowedStyles } from './styles.ts'

/** More HTML than this, pictures taken out, no mail has: it is not shown, only its text is. */
const longest = 2 * 1024 * 1024

const anyElement = ['align', 'dir', 'lang', 'style', 'title']
const cells = ['abbr', 'bgcolor', 'colspan', 'height', 'nowrap', 'rowspan', 'valign', 'width']

const options: sanitize.IOptions = {
  allowedTags:
    `a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl
    dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section
    small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`.split(/\s+/),
  // What stands inside these is no text to read.
  nonTextTags:
    `style script textarea option noscript template title svg math iframe noembed noframes xmp object applet plaintext
    select audio video canvas head`.split(/\s+/),
  allowedAttributes: {
    '*': anyElement,
    a: ['href', 'rel', 'target'],
    col: ['span', 'width'],
    font: ['color', 'face', 'size'],
    hr: ['color', 'noshade', 'size', 'width'],
    img: ['alt', 'border', 'data-remote-src', 'height', 'hspace', 'src', 'vspace', 'width'],
    li: ['value'],
    ol: ['start', 'type'],
    table: ['bgcolor', 'border', 'cellpadding', 'cellspacing', 'height', 'width'],
    td: cells,
    th: cells,
    tr: ['bgcolor', 'height', 'valign'],
    ul: ['type'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['cid'] },
  allowProtocolRelative: false,
  allowedStyles: { '*': allowedStyles },
  disallowedTagsMode: 'discard',
  enforceHtmlBoundary: false,
  transformTags: { a: openOutside, img: holdBack, body: asDiv },
}

/**
 * HTML of a mail made safe to show: only what stands on a list of elements, attributes and styles is left. Links open
 * outside and tell nobody where they were clicked. Nothing is fetched: a remote picture's address waits in
 * `data-remote-src` until somebody asks for it, one that came with the mail keeps its `cid:` for `withInlineImages`.
 * Null for HTML that is too large or nested too deep to be shown.
 */
export function sanitizeMail(html: string): string | null {
  if (html.length > longest || isBeyondReading(html)) return null
  // A head is often left open, and what stands in it is skipped.
  return sanitize(html.replace(/<\/?head[^>]{0,200}>/gi, ''), options).trim()
}

type Transformed = { tagName: string; attribs: Record<string, string> }

function openOutside(tagName: string, { href = '', rel: _, target: __, ...rest }: Record<string, string>): Transformed {
  const address = href.trim()
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(address)) return { tagName, attribs: rest }
  return { tagName, attribs: { href: address, rel: 'noopener noreferrer nofollow', target: '_blank', ...rest } }
}

function holdBack(
  tagName: string,
  { src = '', 'data-remote-src': held = '', ...rest }: Record<string, string>,
): Transformed {
  const source = src.trim()
  if (/^cid:/i.test(source)) return { tagName, attribs: { ...rest, src: `cid:${source.slice(4)}` } }
  const remote = remoteAddress(source === '' ? held : source)
  return { tagName, attribs: remote === null ? rest : { ...rest, 'data-remote-src': remote } }
}

/** An address in the web, complete; null for anything else. */
function remoteAddress(source: string): string | null {
  if (source.length > 4000) return null
  const url = URL.parse(source.startsWith('//') ? `https:${source}` : source)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' ? url.href : null
}

/** Some mails are styled by their body. */
function asDiv(_: string, { style = '', bgcolor = '', dir = '' }: Record<string, string>): Transformed {
  const styles = [style, bgcolor === '' ? '' : `background-color: ${bgcolor}`].filter(text => text !== '').join('; ')
  return { tagName: 'div', attribs: { ...(styles === '' ? {} : { style: styles }), ...(dir === '' ? {} : { dir }) } }
}
