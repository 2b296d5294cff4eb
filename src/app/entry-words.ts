import type { DiaryEntry } from '../core/session/diary.ts';
import { m } from '../messages/generated/messages.js';
import { listText, numberText } from './intl.ts';

/** What was written down, as one phrase: "“a long walk”, 20 minutes stretched, pain 3 of 10". */
export function entryParts({ note, minutes, pain }: Omit<DiaryEntry, 'id' | 'at'>): string {
  const parts: string[] = [];
  if (note !== '') parts.push(m.entry_note({ note }));
  if (minutes !== null) parts.push(m.entry_minutes({ minutes: numberText(minutes) }));
  if (pain !== null) parts.push(m.entry_pain({ pain: numberText(pain) }));
  return listText(parts);
}
