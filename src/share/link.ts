import { healthLinkIn } from './health-link/uri.ts';
import { qrOf, type QrDrawing } from './qr.ts';

/** Letters of a whole link. Messengers cut longer ones (docs/sharing.md). */
const longestLink = 8000;

/** Where the receiving page is, before what was sealed. */
const path = '#/view/';

/** A link to the receiving page of an app with something sealed in its fragment; null where it is too long to be sent. */
export function linkOf(app: string, text: string): string | null {
  const link = `${app.replace(/#.*$/s, '')}${path}${text}`;
  return link.length <= longestLink ? link : null;
}

/** How something sealed can be handed over without a file; null each where it is too long for that. */
export interface Ways {
  readonly link: string | null;
  /** Of that link. */
  readonly qr: QrDrawing | null;
}

/** The ways in which something sealed can be handed over without a file. */
export function waysOf(app: string, text: string): Ways {
  const link = linkOf(app, text);
  return { link, qr: link === null ? null : qrOf(link) };
}

/** What is sealed in an address or its fragment; null where there is nothing. Never throws. */
export function sealedIn(address: string): string | null {
  const at = address.indexOf(path);
  if (at === -1) return null;
  const text = address.slice(at + path.length).trim();
  return text === '' ? null : text;
}

/** As much of a page as holds its address. */
export interface Page {
  readonly location: Pick<Location, 'hash'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
}

/**
 * Takes what is sealed, or a link to it, out of the page's address, so that it stays in no history, bookmark or log;
 * null where there is nothing. Call it before anything else reads the address.
 */
export function takeSealed({ location, history }: Page): string | null {
  const text = sealedIn(location.hash) ?? healthLinkIn(location.hash);
  if (text !== null) history.replaceState(history.state, '', path.replace(/\/$/, ''));
  return text;
}
