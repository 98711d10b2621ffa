import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { type Figure, figure } from './figures.ts'

const built = new URL('../web/dist/', import.meta.url)

/** What a browser loads before it shows *My issues*: the page, its scripts and styles, and the page's own part; gzipped. */
export async function benchFirstLoad(): Promise<Figure[]> {
  const html = await readFile(new URL('index.html', built), 'utf8')
  const wanted = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path)
  const seen = new Set<string>()
  let bytes = gzipSync(html).length
  for (let path = wanted.pop(); path; path = wanted.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const content = await readFile(new URL(path, built), 'utf8')
    bytes += gzipSync(content).length
    // Static imports come with their importer; the lazily loaded page of My issues comes right after.
    for (const [, name = ''] of content.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) wanted.push(`assets/${name}`)
    for (const [, name = ''] of content.matchAll(/"(assets\/my-issues-[^"]+\.(?:js|css))"/g)) wanted.push(name)
  }
  return [figure("the desk's first load, gzipped", bytes / 1024, 'kB'), figure('in files', seen.size, '')]
}
