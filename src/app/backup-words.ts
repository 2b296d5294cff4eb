import { m } from '../messages/generated/messages.js';
import type { Counts, PersonPreview, Preview } from '../store/backup/preview.ts';
import { listText, numberText } from './intl.ts';
import { nameText } from './person-words.ts';

/** What an import would do with one person, in words. */
export interface PersonLines {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly string[];
}

/** What an import would change, person by person. */
export function previewLines({ people }: Preview): readonly PersonLines[] {
  return people.map((each) => ({
    id: each.person.id,
    name: nameText(each.person),
    lines: linesOf(each),
  }));
}

/** Whether an import would change anything. */
export function wouldChange({ people }: Preview): boolean {
  return people.some(
    ({ fate, sessions, others }) =>
      fate === 'new' || fate === 'removed' || (fate === 'known' && changes(sessions, others)),
  );
}

function linesOf({ fate, sessions, others }: PersonPreview): readonly string[] {
  if (fate === 'gone') return [m.backup_preview_person_gone()];
  const lines = [
    fate === 'new' ? m.backup_preview_person_new() : '',
    fate === 'removed' ? m.backup_preview_person_removed() : '',
    countText(sessions, (counts) => m.backup_preview_sessions({ counts })),
    countText(others, (counts) => m.backup_preview_others({ counts })),
  ].filter((line) => line !== '');
  return lines.length > 0 ? lines : [m.backup_preview_nothing()];
}

const countWords = {
  new: m.backup_count_new,
  known: m.backup_count_known,
  conflicting: m.backup_count_conflicting,
  gone: m.backup_count_gone,
  removed: m.backup_count_removed,
} as const;

function countText(counts: Counts, words: (counts: string) => string): string {
  const parts = Object.entries(countWords).flatMap(([fate, text]) => {
    const count = counts[fate as keyof Counts];
    return count === 0 ? [] : text({ count: numberText(count) });
  });
  return parts.length === 0 ? '' : words(listText(parts));
}

function changes(...counts: readonly Counts[]): boolean {
  return counts.some((each) => each.new > 0 || each.removed > 0);
}
