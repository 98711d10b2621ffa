import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Packs what is built once here, so that the server need not do it for every reader. */
export const packed = (): Plugin => ({
  name: 'packed',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    // After Vite has put its last names into the chunks: what is packed must be what is written.
    order: 'post',
    async handler(_options, bundle) {
      for (const [fileName, file] of Object.entries(bundle)) {
        if (!/\.(js|css|svg)$/.test(fileName)) continue
        const source = Buffer.from(file.type === 'chunk' ? file.code : file.source)
        const size = { [constants.BROTLI_PARAM_SIZE_HINT]: source.length }
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: await brotli(source, { params: size }) })
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: await zip(source, { level: 9 }) })
      }
    },
  },
})
