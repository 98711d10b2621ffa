/** What every browser draws without running anything in it. SVG is not among them: it can carry scripts. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

/** How a file that came from outside leaves: pictures may be shown, everything else is saved and never opened here. */
export function attachmentHeaders(file: { name: string; contentType: string; size: number }): Record<string, string> {
  const type = file.contentType.toLowerCase().split(';', 1)[0]?.trim() ?? ''
  const isPicture = pictures.has(type)
  return {
    'content-type': isPicture ? type : 'application/octet-stream',
    'content-length': String(file.size),
    'content-disposition': `${isPicture ? 'inline' : 'attachment'}; ${fileName(file.name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  }
}

/** RFC 6266: a plain name for old readers, and the real one encoded. */
function fileName(name: string): string {
  const clean =
    name
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}/\\]/gu, '_')
      .slice(0, 200) || 'file'
  const plain = clean.replace(/[^\x20-\x7e]/g, '_').replace(/["%]/g, '_')
  const encoded = encodeURIComponent(clean).replace(/['()*]/g, char => `%${char.charCodeAt(0).toString(16)}`)
  return `filename="${plain}"; filename*=UTF-8''${encoded}`
}
