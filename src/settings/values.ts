import type { Read } from './settings.ts'

export function readPort(text: string): Read<number> {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return { value: Number(text) }
  return { fault: `"${text}" is no port. Write a number from 1 to 65535, or 0 for any free one.` }
}

export function readFlag(text: string): Read<boolean> {
  if (text === '1' || text === '0') return { value: text === '1' }
  return { fault: `"${text}" is neither yes nor no. Write 1 for yes or 0 for no.` }
}

/** `off`: null. */
export function readHostAndPort(text: string): Read<{ host: string; port: number } | null> {
  if (text === 'off') return { value: null }
  const [, host, port] = /^(\[[\da-f:.]+\]|[\w.-]+):(\d{1,5})$/i.exec(text) ?? []
  if (host && Number(port) <= 65_535) return { value: { host: host.replace(/^\[|\]$/g, ''), port: Number(port) } }
  return { fault: `"${text}" is no host with a port. Write it as 127.0.0.1:2525 or [::1]:2525, or "off".` }
}

export function readPublicUrl(text: string): Read<string> {
  const url = URL.canParse(text) ? new URL(text) : null
  const isPlain = url && !url.username && !url.password && url.pathname === '/' && !url.search && !url.hash
  if (url && isPlain && (url.protocol === 'https:' || url.protocol === 'http:')) return { value: url.origin }
  return {
    fault: `"${withoutPassword(text)}" is no address of a website's front door. Write it as https://desk.example.com, without a path.`,
  }
}

export function readDatabaseUrl(text: string): Read<string> {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    return {
      fault: `"${withoutPassword(text)}" is no address of a PostgreSQL database. Write it as postgresql://user:password@host:5432/database.`,
    }
  if (url.pathname.length < 2)
    return { fault: `"${withoutPassword(text)}" names no database. Add its name at the end, as in …:5432/baton.` }
  return { value: text }
}

/** Whether a database is reached without leaving this machine. */
export function isLoopbackDatabase(databaseUrl: string): boolean {
  const { hostname, searchParams } = new URL(databaseUrl)
  // As in libpq, a parameter wins over the address, and a path is a socket in the file system.
  const host = searchParams.get('hostaddr') ?? searchParams.get('host') ?? decodeURIComponent(hostname)
  return host === '' || host.startsWith('/') || /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)
}

/** An address as it may be shown: what stands where a password would is left out, even of what is no address. */
export function withoutPassword(text: string): string {
  const end = text.lastIndexOf('@')
  const [before = ''] = /^([a-z][\w+.-]*:\/\/)?[^:@]*/i.exec(text) ?? []
  const shown = end < 0 ? text : `${before}${end > before.length ? ':…' : ''}${text.slice(end)}`
  return shown.replace(/(password=)[^&]*/gi, '$1…')
}
