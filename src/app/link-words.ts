import type { OwnLink } from '../core/session/own-link.ts';
import { m } from '../messages/generated/messages.js';
import { dayText, numberText } from './intl.ts';

/** What a link is called in the list: its label, or its day. Text of the person's own. */
export function linkName({ link }: OwnLink): string {
  return link.label === '' ? m.links_unnamed({ day: dayOf(link.at) }) : link.label;
}

/** How a link stands, in a line. */
export function linkStateText({ link, state, since }: OwnLink): string {
  switch (state) {
    case 'active':
      return m.links_active({ day: dayOf(link.until) });
    case 'expired':
      return m.links_expired({ day: dayOf(since) });
    case 'revoked':
      return m.links_revoked({ day: dayOf(since) });
    case 'gone':
      return m.links_gone();
    case 'unknown':
      return m.links_unknown();
  }
}

/** "7 days". */
export function linkDaysText(days: number): string {
  return m.links_days({ count: numberText(days) });
}

const minuteMs = 60_000;

/** When the store wants to be asked again, in a sentence. */
export function againText(ms: number): string {
  return m.links_again({ count: numberText(Math.max(1, Math.ceil(ms / minuteMs))) });
}

/** With its year: a link outlives it. */
function dayOf(at: number): string {
  return dayText(at, 0);
}
