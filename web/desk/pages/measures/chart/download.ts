import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'

/** What stands around a picture once it is on its own. */
export type Caption = { title: string; sentence: string; source: string }
export type Picture = { svg: SVGSVGElement; caption: Caption }

/** What the page's style says of each part, which a picture on its own must say itself. */
const styled = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
]
const fonts = [
  { family: 'Inter Variable', url: inter },
  { family: 'Source Serif 4 Variable', url: serif },
]
const svgSpace = 'http://www.w3.org/2000/svg'
const margin = 24
const titleSize = 20
const textSize = 13
/** Twice as fine as the screen: it is shown on a wall. */
const pixels = 2

/** A picture as it is shown, with its title, its sentence and its fonts: it looks the same wherever it goes. */
export async function svgOf({ svg, caption }: Picture): Promise<string> {
  const { width, height } = svg.viewBox.baseVal
  const style = getComputedStyle(svg)
  const ink = style.color
  const lines = linesOf(caption.sentence, width)
  const head = margin + titleSize + 10 + lines.length * 18 + 12
  const whole = { width: width + 2 * margin, height: head + height + 18 + margin }
  const alone = document.createElementNS(svgSpace, 'svg')
  set(alone, { xmlns: svgSpace, viewBox: `0 0 ${whole.width} ${whole.height}`, ...whole, role: 'img' })
  append(alone, 'title', {}, caption.title)
  append(alone, 'desc', {}, caption.sentence)
  append(alone, 'style', {}, await fontFaces())
  append(alone, 'rect', { width: '100%', height: '100%', fill: getComputedStyle(document.body).backgroundColor })
  const title = { x: margin, y: margin + titleSize - 4, fill: ink, 'font-size': titleSize, 'font-weight': 600 }
  append(alone, 'text', { ...title, 'font-family': '"Source Serif 4 Variable", Georgia, serif' }, caption.title)
  const text = { x: margin, fill: ink, 'font-size': textSize, 'font-family': '"Inter Variable", system-ui, sans-serif' }
  for (const [index, line] of lines.entries())
    append(alone, 'text', { ...text, y: margin + titleSize + 20 + index * 18, opacity: 0.8 }, line)
  const drawn = append(alone, 'g', { transform: `translate(${margin} ${head})` })
  drawn.append(...copyOf(svg).childNodes)
  append(alone, 'text', { ...text, y: whole.height - 14, 'font-size': 11, opacity: 0.65 }, caption.source)
  return new XMLSerializer().serializeToString(alone)
}

/** The same as pixels, drawn from the picture with its fonts. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const source = await svgOf(picture)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * pixels
  canvas.height = image.naturalHeight * pixels
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no pictures.')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))), 'image/png'),
  )
}

/** Lets the browser keep it as a file. */
export function keep(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** "Promises kept on time, by week" as a file is called. */
export const fileName = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

function copyOf(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const copies = copy.querySelectorAll('*')
  for (const [index, original] of svg.querySelectorAll('*').entries()) {
    const style = getComputedStyle(original)
    const target = copies[index]
    // What is hatched is filled by its own attribute, which names the pattern here.
    const own = original.getAttribute('fill')?.startsWith('url(')
    for (const property of styled)
      if (!(own && property === 'fill')) target?.setAttribute(property, style.getPropertyValue(property))
    target?.removeAttribute('class')
  }
  for (const chosen of copy.querySelectorAll('[data-chosen]')) chosen.remove()
  return copy
}

/** The sentence in lines that fit, counted by letters: it is drawn where nothing wraps by itself. */
function linesOf(sentence: string, width: number): string[] {
  const most = Math.max(24, Math.floor(width / (textSize * 0.52)))
  const lines: string[] = []
  let line = ''
  for (const word of sentence.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > most) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

let faces: Promise<string> | null = null

/** The fonts within the picture itself: what is drawn from it may load nothing. */
function fontFaces(): Promise<string> {
  faces ??= Promise.all(fonts.map(async ({ family, url }) => face(family, await dataUrl(url)))).then(all =>
    all.join(''),
  )
  return faces.catch(error => {
    faces = null
    throw error
  })
}

const face = (family: string, url: string): string =>
  `@font-face{font-family:"${family}";font-weight:100 900;src:url("${url}") format("woff2")}`

async function dataUrl(url: string): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} is not there.`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return `data:font/woff2;base64,${btoa(binary)}`
}

const set = (element: Element, attributes: Record<string, string | number>): void => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}

function append(to: Element, name: string, attributes: Record<string, string | number>, text?: string): Element {
  const element = document.createElementNS(svgSpace, name)
  set(element, attributes)
  if (text !== undefined) element.textContent = text
  to.append(element)
  return element
}
