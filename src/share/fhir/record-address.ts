/** Hosts to which nothing leaves the device. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** An address out of text; null for what is none. */
export function urlIn(text: string, home?: string): URL | null {
  return URL.canParse(text, home) ? new URL(text, home) : null;
}

/** Whether what is sent there can be read by nobody on the way. */
export function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname));
}

/**
 * The base address of a record as it was typed, without a slash at its end; what begins with a slash is on `home`'s
 * host. Null for what is no address, not https (http on this device alone), or has a name, a query or a fragment in it.
 */
export function recordAddress(typed: string, home: string): string | null {
  const trimmed = typed.trim();
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed);
  const url = urlIn(hasScheme || trimmed.startsWith('/') ? trimmed : `https://${trimmed}`, home);
  if (trimmed === '' || url === null || !isSafe(url)) return null;
  const hasMore = [url.username, url.password, url.search, url.hash].some((part) => part !== '');
  return hasMore ? null : `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
