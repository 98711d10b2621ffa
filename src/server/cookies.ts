/** The value of a cookie that a browser sent; null without it. */
function cookieOf(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=')
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim()
  }
  return null
}

/** The session of a customer who opened their link: sent to the portal's routes and nowhere else. */
export const customerCookie = {
  read: (header: string | undefined): string | null => cookieOf(header, 'baton_customer'),
  write: (session: string, maxAgeSeconds: number, secure: boolean): string =>
    `baton_customer=${session}; Path=/api/v1/portal; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
}
