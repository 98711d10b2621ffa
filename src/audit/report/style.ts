import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const read = (path: string): Buffer => readFileSync(new URL(path, import.meta.url))

const font = (family: string, file: string): string =>
  `@font-face{font-family:"${family}";font-weight:200 900;src:url(data:font/woff2;base64,${read(`../../../node_modules/@fontsource-variable/${file}`).toString('base64')}) format("woff2")}`

/** All of the page's look: the desk's own tokens and hues, the two voices, and what is only here. */
export const style = (): string =>
  [
    font('Source Serif 4 Variable', 'source-serif-4/files/source-serif-4-latin-wght-normal.woff2'),
    font('Inter Variable', 'inter/files/inter-latin-wght-normal.woff2'),
    read('../../../web/ui/tokens.css').toString(),
    read('../../../web/ui/hues.css').toString(),
    read('./page.css').toString(),
  ].join('\n')

/** What the page may do: show this sheet with its fonts, and nothing else. */
export const policyOf = (sheet: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(sheet).digest('base64')}'; font-src data:; base-uri 'none'; form-action 'none'`
