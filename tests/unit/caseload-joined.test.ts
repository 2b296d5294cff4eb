import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined, unionOf } from '../../src/caseload/joined.ts';
import { summaryOf } from '../../src/caseload/summary.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { sharedIn } from '../../src/share/read-content.ts';
import { parts, type Part, type Shared } from '../../src/share/content.ts';
import { sharedOf } from '../../src/share/choose.ts';
import { goniometerOf, type GoniometerValue } from '../../src/share/goniometer.ts';
import { anyChoice, anyShareable, sharedWhole } from '../helpers/shared.ts';
import { idOf, shareOf, weeksOf } from '../helpers/shares.ts';

/** Several shares of one person, each with what they chose that time. */
const anyShares: fc.Arbitrary<readonly Shared[]> = fc
  .tuple(anyShareable, fc.array(fc.tuple(anyChoice, fc.nat({ max: 5 })), { maxLength: 4 }))
  .map(([all, chosen]) =>
    chosen.map(([choice, hour], index) =>
      sharedOf(all, choice, {
        id: idOf('b', index),
        madeAt: Date.UTC(2026, 8, 1, hour),
        app: '0.1.0',
      }),
    ),
  );

describe('several shares of one person', () => {
  it('are a set: in whatever order and however often they come, they say the same', () => {
    fc.assert(
      fc.property(anyShares, anyShares, anyShares, (a, b, c) => {
        const [left, right] = [unionOf(unionOf(a, b), c), unionOf(a, unionOf(b, c))];
        expect(left).toEqual(right);
        expect(unionOf(a, a)).toEqual(unionOf(a, []));
      }),
      { numRuns: 30 },
    );
    fc.assert(
      fc.property(
        anyShares.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(unionOf(all, shuffled)).toEqual(unionOf(shuffled, all));
          expect(joined([...shuffled, ...all])).toEqual(joined(all));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are one that could have been shared itself, with each visit, entry and answer once', () => {
    fc.assert(
      fc.property(anyShares, (all) => {
        const one = joined(all);
        if (one === null) {
          expect(all).toEqual([]);
          return;
        }
        expect(sharedIn(JSON.parse(JSON.stringify(one)))).toEqual(one);
        for (const kind of ['sessions', 'diary', 'safety'] as const) {
          const ids = one[kind].map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(new Set(ids)).toEqual(
            new Set(all.flatMap((share) => share[kind].map((x) => x.id))),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are what was shared, where there is but one', () => {
    expect(joined([sharedWhole()])).toEqual(sharedWhole());
    fc.assert(
      fc.property(anyShares, (all) => {
        const one = joined(all);
        if (one !== null) expect(joined([one])).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  it('tell a visit once, with the tests that either has, and judge over all visits', () => {
    const weeks = weeksOf(1, 6);
    const first = shareOf(1, weeks.slice(0, 4), { number: 1 });
    const second = shareOf(1, weeks.slice(2), { number: 2 });
    const all = joined([second, first])!;
    expect(all.sessions.map(({ id }) => id)).toEqual(weeks.map(({ id }) => id));
    const left = all.lines.find(({ side }) => side === 'left')!;
    // From the mean of the first two visits, 60 and 63, to the newest, 75: only all visits together say so.
    expect(left.change).toMatchObject({ amount: 13, verdict: 'real', newest: weeks.at(-1)!.id });
    expect(second.lines[0]!.change?.amount).toBe(7);
  });

  it('are judged as the person’s own app did, where the newest has all of them', () => {
    const weeks = weeksOf(1, 6);
    const newest = shareOf(1, weeks, { number: 2 });
    expect(joined([newest, shareOf(1, weeks.slice(0, 3))])!.lines).toBe(newest.lines);
  });

  it('keep a name and a number that a later one leaves out, and tell a gap in any of them', () => {
    const without: readonly Part[] = parts.filter((part) => part !== 'name' && part !== 'notes');
    const named = shareOf(1, weeksOf(1, 2), { number: 1, name: 'Grace' });
    const unnamed = shareOf(1, weeksOf(1, 3), { number: 2, choice: { parts: without } });
    const all = joined([named, unnamed])!;
    expect(all.person.name).toBe('Grace');
    expect(all.leftOut).toEqual(['notes']);
    expect(all.id).toBe(unnamed.id);
  });
});

describe('a goniometer’s value', () => {
  const weeks = weeksOf(1, 3);
  const all = joined([shareOf(1, weeks)])!;
  const typed = (number: number, at: number, value: number): GoniometerValue => ({
    id: idOf('c', number),
    sessionId: weeks[2]!.id,
    test: 'slr',
    side: 'left',
    value: degrees(value),
    at,
  });

  it('stands beside the camera’s in a person’s row; of two the later counts, whatever their order', () => {
    const values = [typed(1, 5, 70), typed(2, 9, 68), typed(3, 9, 64)];
    for (const goniometer of [values, values.toReversed()]) {
      const [left, right] = summaryOf({ ...all, goniometer }).numbers;
      expect(left).toMatchObject({ side: 'left', value: 66, goniometer: 64 });
      expect(right).toMatchObject({ side: 'right', goniometer: null });
    }
  });

  it('belongs to its own visit and side, and changes nothing that the camera said', () => {
    const checked = { ...all, goniometer: [typed(1, 5, 70)] };
    expect(goniometerOf(checked, weeks[1]!.id, { test: 'slr', side: 'left' })).toBeNull();
    expect(goniometerOf(checked, weeks[2]!.id, { test: 'slr', side: 'right' })).toBeNull();
    expect(goniometerOf(all, weeks[2]!.id, { test: 'slr', side: 'left' })).toBeNull();
    expect(checked.sessions).toBe(all.sessions);
    expect(summaryOf(checked).numbers[0]!.change).toEqual(
      summaryOf({ ...all, goniometer: [] }).numbers[0]!.change,
    );
  });
});
