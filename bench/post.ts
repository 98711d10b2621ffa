import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Sends one request on a kept connection, with as little work as can be: what is measured is the server. */
export function send(url: string, key: string, body: object | null, once: string | null = null): Promise<string> {
  const text = body === null ? null : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(text === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      ...(once === null ? {} : { 'idempotency-key': once }),
    }
    const asked = request(url, { method: text === null ? 'GET' : 'POST', agent, headers }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const answer = Buffer.concat(parts).toString()
        const status = response.statusCode ?? 0
        if (status < 300) resolve(answer)
        else reject(new Error(`${url}: ${status} ${answer}`))
      })
    })
    asked.on('error', reject)
    asked.end(text ?? undefined)
  })
}
