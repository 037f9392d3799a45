/** What all answers have in common: headers that keep a browser from doing more than showing them, and refusals with their status. */
import type { Context } from 'hono'
import { BadRequest } from './protocol.js'
import { Refusal, type RefusalKind } from './queryPool.js'

/** Our pages have no script at all. */
const policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export function securityHeaders(c: Context): void {
  const set = (name: string, value: string): void => {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
  set('Content-Security-Policy', policy)
  set('X-Content-Type-Options', 'nosniff')
  set('Referrer-Policy', 'no-referrer')
  set('Cross-Origin-Opener-Policy', 'same-origin')
  set('Cache-Control', 'no-cache')
}

const statuses = {
  busy: 503,
  slow: 504,
  malformed: 400,
  refused: 403,
  'too-large': 422,
  'not-acceptable': 406,
  failed: 500
} as const satisfies Readonly<Record<RefusalKind, number>>

/** An error → its status and one line of text. What we did not expect says nothing of itself to the client. */
export function refusalResponse(error: Error, c: Context): Response {
  if (error instanceof BadRequest) return c.text(`${error.message}\n`, error.status)
  if (!(error instanceof Refusal)) return c.text('something went wrong in the server\n', 500)
  if (error.kind === 'busy') c.header('Retry-After', '2')
  return c.text(`${error.message}\n`, statuses[error.kind])
}

/** Whether a Host header names this machine to itself. A name that some DNS server makes point here does not. */
export function isLocalName(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase()
  return name === 'localhost' || name === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(name) || name.endsWith('.localhost')
}
