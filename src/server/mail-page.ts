import { withInlineImages, withRemoteImages } from '../channels/email/reading/read.ts'

/** Sanitized HTML of a mail as a whole page, for an iframe. Pictures that came with it are files of ours. */
export function mailPage(
  { html, images }: { html: string; images: ReadonlyMap<string, string> },
  picturesFromElsewhere: boolean,
): string {
  const ours = withInlineImages(html, contentId => {
    const file = images.get(contentId)
    return file === undefined ? null : `/api/v1/files/${file}`
  })
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><base target="_blank">
<title>Mail</title></head><body>${picturesFromElsewhere ? withRemoteImages(ours) : ours}</body></html>`
}

/**
 * The page may run nothing, send nothing and load nothing but its own pictures; those from elsewhere tell their sender who
 * read the mail and when, and come only when the reader asks for them. Of the same origin it is for these pictures alone:
 * nothing in it can act.
 */
export function mailPageHeaders(picturesFromElsewhere: boolean): Record<string, string> {
  const sources = picturesFromElsewhere ? "'self' data: https:" : "'self' data:"
  const sandbox = 'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox'
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `${sandbox}; default-src 'none'; style-src 'unsafe-inline'; img-src ${sources}; form-action 'none'; base-uri 'none'; frame-ancestors 'self'`,
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
  }
}
