import { describe, expect, it } from 'vitest';
import { lessonWords } from '../../src/app/lesson-words.ts';
import { lessonIds, lessons } from '../../src/core/advice/lessons.ts';
import { isFact } from '../../src/core/evidence/grade.ts';

/** The most words a page may have: it is read in about a minute. */
const mostWords = 250;

describe.each(lessonIds)('the page %s', (id) => {
  const { title, paragraphs } = lessonWords[id];

  it('is short', () => {
    const text = [title, ...paragraphs].map((part) => part()).join(' ');
    expect(text.split(/\s+/).length).toBeLessThan(mostWords);
  });

  it('says of each paragraph what it rests on, and that was seen', () => {
    expect(paragraphs).toHaveLength(lessons[id].length);
    for (const { grade, sources } of lessons[id]) {
      expect(isFact(grade)).toBe(true);
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  it('is written in sentences', () => {
    for (const paragraph of paragraphs) expect(paragraph()).toMatch(/^[A-Z].*\.$/);
  });
});

it('there are six pages', () => {
  expect(lessonIds).toHaveLength(6);
});
