import type { FastifyRequest } from 'fastify'

/** Names and addresses by which only this machine reaches itself. */
export function isLoopbackName(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '')
  return name === 'localhost' || name.endsWith('.localhost') || isLoopbackAddress(name)
}

const isLoopbackAddress = (address: string): boolean =>
  /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address) || address === '::1'

/** The name in a Host header without its port; null when it is none. */
export function hostName(host: string | undefined): string | null {
  if (host === undefined || !/^[\w.:[\]-]{1,255}$/.test(host)) return null
  try {
    return new URL(`http://${host}`).hostname
  } catch {
    return null
  }
}

const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/**
 * Whether a request comes from somebody at this very machine: from a loopback address, to a loopback name, and passed on
 * by nobody. A proxy in front makes everybody look local, and a name that leads here from elsewhere makes any page look so.
 */
export function isFromHere(request: FastifyRequest): boolean {
  const host = hostName(request.headers.host)
  return (
    isLoopbackAddress(request.socket.remoteAddress ?? '') &&
    host !== null &&
    isLoopbackName(host) &&
    forwarding.every(name => request.headers[name] === undefined)
  )
}
