import { secondsIn, type Aftermath, type Practice } from '../core/advice/practice.ts';
import type { DiaryEntry } from '../core/session/diary.ts';

/** What was written down, with what was exercised as entries of minutes, and of the pain told after it; oldest first. */
export function withPractices(
  diary: readonly DiaryEntry[],
  practices: readonly Practice[],
  told: readonly Aftermath[],
): readonly DiaryEntry[] {
  if (practices.length === 0) return diary;
  const exercised = practices.map((practice): DiaryEntry => {
    const { id, at } = practice;
    const after = told.findLast(({ practiceId, asked }) => practiceId === id && asked === 'after');
    const minutes = Math.max(1, Math.round(secondsIn(practice) / 60));
    return { id, at, note: '', minutes, pain: after?.pain ?? null };
  });
  return [...diary, ...exercised].sort((a, b) => a.at - b.at);
}
