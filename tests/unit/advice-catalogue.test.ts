import { describe, expect, it } from 'vitest';
import { exerciseWords } from '../../src/app/exercise-words.ts';
import { breakBasis } from '../../src/core/advice/breaks.ts';
import {
  doseFor,
  generalStretch,
  generalStretchOlder,
  staticHold,
  staticHoldOlder,
  walking,
} from '../../src/core/advice/doses.ts';
import { compareAt, meanGain, partOfExercise } from '../../src/core/advice/expectation.ts';
import { lessons } from '../../src/core/advice/lessons.ts';
import { grounds } from '../../src/core/advice/recommend.ts';
import { exercises, exerciseIds } from '../../src/core/advice/exercises.ts';
import { workstation } from '../../src/core/advice/workstation.ts';
import { norms } from '../../src/core/norms/tables.ts';
import { isFact } from '../../src/core/evidence/grade.ts';
import { sourceIds, sources } from '../../src/core/evidence/sources.ts';
import { conditions, testCautions } from '../../src/core/safety/conditions.ts';
import { emergencyNumberIn, emergencyRegions } from '../../src/core/safety/emergency-numbers.ts';
import { feltRules } from '../../src/core/safety/felt.ts';
import { flags } from '../../src/core/safety/flags.ts';
import { adviceBases } from '../../src/core/safety/gate.ts';
import { riseBasis } from '../../src/core/safety/pain.ts';
import { readiness } from '../../src/core/safety/readiness.ts';

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
      dose.kind === 'ladder' ? dose.seconds : [1, 1],
    ];
    for (const [least = 0, most = 0] of spans) {
      expect(least).toBeGreaterThan(0);
      expect(most).toBeGreaterThanOrEqual(least);
    }
    expect(dose.days).toBeLessThanOrEqual(7);
  });

  it.each(rows)('$id says in words what it is for, and how it gets easier and harder', ({ id }) => {
    const { name, purpose, steps, easier, harder } = exerciseWords[id];
    expect(name()).toMatch(/^[A-Z].*[^.]$/);
    for (const words of [purpose, ...steps, easier, harder]) {
      expect(words()).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('are at least fourteen, some of them for each way of being able to do any', () => {
    expect(rows.length).toBeGreaterThanOrEqual(14);
    for (const position of ['lying', 'kneeling', 'sitting', 'standing', 'moving']) {
      expect(rows.some((row) => row.position === position)).toBe(true);
    }
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

  it('of another stretch is held longer by older adults, too', () => {
    expect(doseFor(generalStretch, 70)).toBe(generalStretchOlder);
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
      ...[breakBasis, riseBasis, ...Object.values(workstation)].flatMap(({ sources }) => sources),
      ...Object.values(lessons).flatMap((page) => page.flatMap(({ sources }) => sources)),
      ...[flags, readiness, feltRules, adviceBases].flatMap((table) =>
        Object.values(table).flatMap(({ sources }) => sources),
      ),
      ...conditions.flatMap((id) => testCautions[id].flatMap(({ sources }) => sources)),
      ...emergencyRegions.flatMap((region) => emergencyNumberIn(region)?.source ?? []),
    ]);
    expect([...cited].toSorted()).toEqual([...sourceIds].toSorted());
  });

  it.each(sourceIds)('%s can be found: by its authors or its journal', (id) => {
    const { authors, reference, doi } = sources[id];
    expect(authors.length > 0 || reference !== null || doi !== null).toBe(true);
  });
});
