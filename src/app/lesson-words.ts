import type { LessonId } from '../core/advice/lessons.ts';
import { m } from '../messages/generated/messages.js';

/** A page to learn from. */
export interface LessonWords {
  readonly title: () => string;
  /** As many as the page has in core, each with what it rests on. */
  readonly paragraphs: readonly (() => string)[];
}

/** The words of every page. */
export const lessonWords: Readonly<Record<LessonId, LessonWords>> = {
  'hamstrings-and-back': {
    title: m.lesson_hamstrings_and_back,
    paragraphs: [
      m.lesson_hamstrings_and_back_1,
      m.lesson_hamstrings_and_back_2,
      m.lesson_hamstrings_and_back_3,
      m.lesson_hamstrings_and_back_4,
    ],
  },
  'what-helps': {
    title: m.lesson_what_helps,
    paragraphs: [
      m.lesson_what_helps_1,
      m.lesson_what_helps_2,
      m.lesson_what_helps_3,
      m.lesson_what_helps_4,
      m.lesson_what_helps_5,
      m.lesson_what_helps_6,
    ],
  },
  'the-test': {
    title: m.lesson_the_test,
    paragraphs: [
      m.lesson_the_test_1,
      m.lesson_the_test_2,
      m.lesson_the_test_3,
      m.lesson_the_test_4,
      m.lesson_the_test_5,
    ],
  },
  sitting: {
    title: m.lesson_sitting,
    paragraphs: [
      m.lesson_sitting_1,
      m.lesson_sitting_2,
      m.lesson_sitting_3,
      m.lesson_sitting_4,
      m.lesson_sitting_5,
    ],
  },
  strength: {
    title: m.lesson_strength,
    paragraphs: [
      m.lesson_strength_1,
      m.lesson_strength_2,
      m.lesson_strength_3,
      m.lesson_strength_4,
      m.lesson_strength_5,
    ],
  },
  'getting-help': {
    title: m.lesson_getting_help,
    paragraphs: [
      m.lesson_getting_help_1,
      m.lesson_getting_help_2,
      m.lesson_getting_help_3,
      m.lesson_getting_help_4,
    ],
  },
};
