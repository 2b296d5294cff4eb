import { stepPhrase } from '../share/phrases.ts';
import type { SharedStill } from '../share/content.ts';
import { m } from '../messages/generated/messages.js';
import { shareWords } from './share-words.ts';
import type { Paper } from './papers.ts';
import type { AskedPart } from './share-choice.svelte.ts';

/** What each part is called where it is chosen. */
export const partWords: Readonly<Record<AskedPart, () => string>> = {
  name: m.sharing_part_name,
  about: m.sharing_part_about,
  pain: m.sharing_part_pain,
  plan: m.sharing_part_plan,
  notes: m.sharing_part_notes,
  safety: m.sharing_part_safety,
  curves: m.sharing_part_curves,
};

/** What each paper is called. */
export const paperWords: Readonly<Record<Paper, () => string>> = {
  a4: m.files_paper_a4,
  letter: m.files_paper_letter,
};

/** What a picture shows, and whether the face can be seen: "Leg raise, left, March 3, 2026. Face hidden." */
export function stillCaption(still: SharedStill, at: number, timeZone: string): string {
  return m.sharing_still({
    step: stepPhrase(still, shareWords),
    day: shareWords.day(at, timeZone),
    face: still.blurred ? m.sharing_face_hidden() : m.sharing_face_shown(),
  });
}
