import type { MadeLink } from '../core/session/own-link.ts';
import { bytesIn } from '../share/base64.ts';
import { healthLinkText, viewerLink } from '../share/health-link/uri.ts';
import { qrOf, type QrDrawing } from '../share/qr.ts';

/** How a link is given to somebody. */
export interface LinkWays {
  /** Behind the address of this app, so that a browser opens it. */
  readonly text: string;
  readonly qr: QrDrawing | null;
}

/** The ways of a link; `app`: the address of this app. */
export function linkWays({ url, key, label, until }: MadeLink, app: string): LinkWays {
  const bytes = bytesIn(key) ?? new Uint8Array();
  const text = viewerLink(app, healthLinkText({ url, key: bytes, label, until }));
  return { text, qr: qrOf(text) };
}
