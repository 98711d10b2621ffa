/** The value of a cookie that a browser sent; null without it. */
function cookieOf(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=')
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim()
  }
  return null
}

/** A session for what a signed link has opened: sent to the routes below its path and nowhere else. */
const sessionCookie = (name: string, path: string) => ({
  read: (header: string | undefined): string | null => cookieOf(header, name),
  write: (session: string, maxAgeSeconds: number, secure: boolean): string =>
    `${name}=${session}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
})

/** The session of a customer who opened their link. */
export const customerCookie = sessionCookie('baton_customer', '/api/v1/portal')
/** The session of a member who opened the link of an assist. */
export const assistCookie = sessionCookie('baton_assist', '/api/v1/assist')
