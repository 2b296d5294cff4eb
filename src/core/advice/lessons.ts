import type { SourceId } from '../evidence/sources.ts';
import type { Basis } from '../safety/tier.ts';

/** The short pages to learn from. Words are in `app/lesson-words.ts`. */
export const lessonIds = [
  'hamstrings-and-back',
  'what-helps',
  'the-test',
  'sitting',
  'strength',
  'getting-help',
] as const;
export type LessonId = (typeof lessonIds)[number];

function seen(...sources: readonly SourceId[]): Basis {
  return { grade: 'V', sources };
}

/** Seen on a page that quotes the source. */
function quoted(...sources: readonly SourceId[]): Basis {
  return { grade: 'V2', sources };
}

/** What each paragraph of a page rests on, in order; the words have as many. */
export const lessons: Readonly<Record<LessonId, readonly Basis[]>> = {
  'hamstrings-and-back': [
    seen('bohannon-1985'),
    seen('sadler-2017'),
    seen('hori-2021'),
    seen('limber-text', 'jjrm-1982'),
  ],
  'what-helps': [
    seen('medeiros-2016'),
    seen('bandy-1997', 'reid-kim-2014'),
    quoted('ingram-2025'),
    seen('gou-2024', 'owen-2020'),
    seen('nice-2017'),
    seen('warneke-2025'),
  ],
  'the-test': [
    seen('rabanal-2025'),
    seen('jbmt-2024'),
    seen('osullivan-2009', 'cosoli-2026'),
    seen('gajdosik-1993', 'fish', 'hansberger-2019'),
    seen('hansberger-2019'),
  ],
  sitting: [
    quoted('limber-text', 'ergonomicshelp'),
    seen('thorp-2014'),
    seen('danquah-2017'),
    seen('work-standing'),
    seen('osha'),
  ],
  strength: [
    seen('who-2023'),
    seen('owen-2020'),
    seen('lee-mcgill-2015'),
    seen('eccentric-review'),
    seen('giangregorio-2015'),
  ],
  'getting-help': [
    seen('nhs-back-cards', 'nhs-sheffield', 'g-care'),
    seen('g-care', 'nhs-sheffield'),
    seen('limber-text'),
    seen('verhagen-2016'),
  ],
};
