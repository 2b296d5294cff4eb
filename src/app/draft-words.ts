import { m } from '../messages/generated/messages.js';
import { longestNote, mostMinutes, type DraftFault } from './diary-draft.svelte.ts';
import { numberText } from './intl.ts';

/** What is wrong with a draft, as a sentence; `note` is what was written. */
export function draftFaultText(fault: DraftFault, note: string): string {
  switch (fault) {
    case 'empty':
      return m.diary_empty();
    case 'bad-day':
      return m.diary_bad_day();
    case 'bad-minutes':
      return m.diary_bad_minutes({ most: numberText(mostMinutes) });
    case 'long-note':
      return m.diary_long_note({
        most: numberText(longestNote),
        count: numberText(note.trim().length),
      });
    case 'failed':
      return m.diary_failed();
  }
}
