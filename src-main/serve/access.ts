/**
 * Who may talk to the loopback server. Any page in the user's browser, and any program on the machine, can reach its
 * port; only the bearer of the token that was printed at the start may pass (DESIGN §9).
 *
 * The token arrives once in the address, `/?token=…`, and is exchanged for a cookie that scripts cannot read.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** 256 random bits, safe in an address. */
export const newToken = () => randomBytes(32).toString('base64url')

export interface Access {
  /** The address to open, with the token. */
  readonly url: string
  /** The one Host that is answered: another name that resolves to the loopback is DNS rebinding. */
  isOwnHost(request: IncomingMessage): boolean
  /** Whether a page of this server sent the request; a websocket always names its Origin. */
  isOwnOrigin(request: IncomingMessage): boolean
  /** Whether the request's cookie has the token. */
  isKnown(request: IncomingMessage): boolean
  /** The Set-Cookie header for a request whose address has the right token, else null. */
  welcome(address: URL): string | null
}

export function createAccess(port: number, token: string): Access {
  // A cookie belongs to a host, whatever the port: the port in its name keeps two editors on one machine apart.
  const cookie = `banxin-${port}`
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const same = (given: string) => {
    const [a, b] = [Buffer.from(given), Buffer.from(token)]
    return a.length === b.length && timingSafeEqual(a, b)
  }
  return {
    url: `http://127.0.0.1:${port}/?token=${token}`,
    isOwnHost: ({ headers }) => hosts.includes(headers.host ?? ''),
    isOwnOrigin: ({ headers }) => headers.origin === `http://${headers.host}`,
    isKnown: ({ headers }) =>
      (headers.cookie ?? '').split('; ').some((pair) => pair.startsWith(`${cookie}=`) && same(pair.slice(cookie.length + 1))),
    welcome: (address) =>
      same(address.searchParams.get('token') ?? '') ? `${cookie}=${token}; HttpOnly; SameSite=Strict; Path=/` : null,
  }
}
