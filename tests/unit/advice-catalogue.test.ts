import { describe, expect, it } from 'vitest';
import { doseFor, staticHold, staticHoldOlder, walking } from '../../src/core/advice/doses.ts';
import { compareAt, meanGain, partOfExercise } from '../../src/core/advice/expectation.ts';
import { grounds } from '../../src/core/advice/recommend.ts';
import { exercises, exerciseIds } from '../../src/core/advice/exercises.ts';
import { norms } from '../../src/core/norms/tables.ts';
import { isFact } from '../../src/core/evidence/grade.ts';
import { sourceIds, sources } from '../../src/core/evidence/sources.ts';

const rows = exerciseIds.map((id) => exercises[id]);

describe('every exercise of the catalogue', () => {
  it.each(rows)('$id says what its effect and its dose rest on', ({ id, grade, sources, dose }) => {
    expect(exercises[id].id).toBe(id);
    expect(isFact(grade)).toBe(true);
    expect(sources.length).toBeGreaterThan(0);
    expect(dose.sources.length > 0).toBe(isFact(dose.grade));
  });

  it.each(rows)('$id tells no caution as a fact without its source', ({ cautions }) => {
    for (const { grade, source } of cautions) expect(source !== null).toBe(isFact(grade));
  });

  it.each(rows)('$id names a condition once', ({ cautions }) => {
    expect(new Set(cautions.map(({ condition }) => condition)).size).toBe(cautions.length);
  });

  it.each(rows)('$id has a dose whose least is not more than its most', ({ dose }) => {
    const spans = [
      'sets' in dose ? dose.sets : [1, 1],
      dose.kind === 'hold' ? dose.seconds : [1, 1],
      dose.kind === 'repetitions' ? dose.repetitions : [1, 1],
      dose.kind === 'minutes' ? dose.minutes : [1, 1],
    ];
    for (const [least = 0, most = 0] of spans) {
      expect(least).toBeGreaterThan(0);
      expect(most).toBeGreaterThanOrEqual(least);
    }
    expect(dose.days).toBeLessThanOrEqual(7);
  });

  it('of the hamstrings asks for five to ten minutes a leg and week', () => {
    const [least, most] = staticHold.kind === 'hold' ? staticHold.sets : [0, 0];
    expect([(least * 30 * 5) / 60, (most * 30 * 5) / 60]).toEqual([5, 10]);
  });
});

describe('the dose', () => {
  it.each([
    [null, staticHold],
    [59, staticHold],
    [60, staticHoldOlder],
  ])('of a person aged %s', (age, dose) => {
    expect(doseFor(staticHold, age)).toBe(dose);
  });

  it('of a walk is the same at every age', () => {
    expect(doseFor(walking, 80)).toBe(walking);
  });
});

describe('a source', () => {
  it('is there because something rests on it', () => {
    const cited = new Set([
      ...rows.flatMap(({ sources, dose }) => [...sources, ...dose.sources]),
      ...rows.flatMap(({ cautions }) => cautions.flatMap(({ source }) => source ?? [])),
      ...staticHoldOlder.sources,
      ...Object.values(grounds).flatMap(({ sources }) => sources),
      ...norms.map(({ source }) => source),
      ...[compareAt, meanGain, partOfExercise].flatMap(({ sources }) => sources),
    ]);
    expect([...cited].toSorted()).toEqual([...sourceIds].toSorted());
  });

  it.each(sourceIds)('%s can be found: by its authors or its journal', (id) => {
    const { authors, reference, doi } = sources[id];
    expect(authors.length > 0 || (reference !== null && doi !== null)).toBe(true);
  });
});
