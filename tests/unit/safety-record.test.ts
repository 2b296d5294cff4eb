import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagIds } from '../../src/core/safety/flags.ts';
import { gate, gatePages } from '../../src/core/safety/gate.ts';
import { isOutdated, readinessIds } from '../../src/core/safety/readiness.ts';
import {
  conditionsOf,
  nothingTold,
  stateOf,
  type SafetyRecord,
} from '../../src/core/safety/record.ts';
import { answeredOn, day, seenOn, start } from '../helpers/safety.ts';

describe('a lock', () => {
  it('stays over any number of gates until the person has been seen', () => {
    const records: SafetyRecord[] = [answeredOn(0, { flags: ['fever'] }), answeredOn(1)];
    expect(stateOf(records).lock).toEqual({ at: start, tier: 'urgent', questions: ['fever'] });
    expect(stateOf([...records, seenOn(2)]).lock).toBeNull();
  });

  it('gets more urgent by a further answer, and keeps the first', () => {
    const records = [answeredOn(0, { readiness: ['heart'] }), answeredOn(1, { flags: ['bowel'] })];
    expect(stateOf(records).lock).toMatchObject({
      tier: 'emergency',
      questions: ['heart', 'bowel'],
    });
  });

  it('comes back when a sign is ticked again after having been seen', () => {
    const records = [answeredOn(0, { flags: ['lump'] }), seenOn(1)];
    expect(stateOf([...records, answeredOn(2, { flags: ['lump'] })]).lock).not.toBeNull();
  });

  it('is not undone by having been seen at the very moment of the answer', () => {
    const answer = answeredOn(0, { flags: ['lump'] });
    expect(stateOf([answer, { ...seenOn(0), at: answer.at }]).lock).not.toBeNull();
  });

  it('by an emergency sign of the very first gate comes before readiness was asked', () => {
    const first = answeredOn(0, { flags: ['saddle'], readiness: null, pain: null });
    const { tests, conditions, state } = gate(nothingTold, first);
    expect({ tests, conditions }).toEqual({ tests: [], conditions: [] });
    expect(gatePages(stateOf([first, seenOn(1)]), [], start + day)).toContain('readiness');
    expect(state.readiness).toBeNull();
  });

  it('that was never there leaves nothing when the person says they were seen', () => {
    expect(stateOf([seenOn(0)])).toEqual(nothingTold);
  });
});

describe('a heart condition that a doctor has said yes to', () => {
  const seen = [answeredOn(0, { readiness: ['heart'] }), seenOn(1)];

  it('does not lock again within the year, and still keeps the head up', () => {
    const { tests, tier, conditions } = gate(stateOf(seen), answeredOn(2, { readiness: null }));
    expect(tests).toEqual(['slr', 'ake', 'chair-reach']);
    expect(tier).toBeNull();
    expect(conditions).toEqual(['head-down']);
  });

  it('locks again after a year', () => {
    const state = stateOf(seen);
    expect(gate(state, answeredOn(365, { readiness: null })).tests).not.toEqual([]);
    expect(gate(state, answeredOn(366, { readiness: null })).tests).toEqual([]);
    expect(gate(state, answeredOn(400, { readiness: ['heart'] })).tests).toEqual([]);
  });

  it('locks again when it was gone in between', () => {
    const gone = [...seen, answeredOn(10, { readiness: [] })];
    expect(stateOf(gone).lock).toBeNull();
    expect(stateOf([...gone, answeredOn(20, { readiness: ['heart'] })]).lock).not.toBeNull();
  });

  it('is asked about once where the person was seen twice', () => {
    const twice = [...seen, answeredOn(400, { readiness: ['heart'] }), seenOn(401)];
    expect(stateOf(twice).seen).toEqual([{ question: 'heart', at: start + 401 * day }]);
  });
});

describe('what was told', () => {
  it('of readiness stands where it was not asked again', () => {
    const records = [
      answeredOn(0, { readiness: ['osteoporosis'] }),
      answeredOn(9, { readiness: null }),
    ];
    expect(stateOf(records).readiness).toEqual({ at: start, yes: ['osteoporosis'] });
    expect(conditionsOf(stateOf(records), start + 10 * day)).toEqual(['osteoporosis']);
  });

  it('of pain is the last that was told', () => {
    const records = [answeredOn(0, { pain: 3 }), answeredOn(1, { flags: ['lump'], pain: null })];
    expect(stateOf(records).pain).toBe(3);
  });

  it('names a condition once that two answers bring', () => {
    const state = stateOf([answeredOn(0, { readiness: ['dizziness', 'medicine'] })]);
    expect(conditionsOf(state, start)).toEqual(['unsteady', 'head-down']);
  });

  it('holds for twelve months', () => {
    expect(isOutdated(null, start)).toBe(true);
    expect(isOutdated(start, start + 365 * day - 1)).toBe(false);
    expect(isOutdated(start, start + 365 * day)).toBe(true);
  });
});

describe('the records of two devices', () => {
  const anyRecord = fc.oneof(
    fc
      .record({
        on: fc.integer({ min: 0, max: 5 }),
        flags: fc.subarray([...flagIds], { maxLength: 2 }),
        readiness: fc.option(fc.subarray([...readinessIds], { maxLength: 3 })),
        id: fc.uuid(),
      })
      .map(({ on, id, ...told }): SafetyRecord => ({ ...answeredOn(on, told), id })),
    fc
      .record({ on: fc.integer({ min: 0, max: 5 }), id: fc.uuid() })
      .map(({ on, id }): SafetyRecord => ({ ...seenOn(on), id })),
  );
  const anyRecords = fc.uniqueArray(anyRecord, { maxLength: 8, selector: ({ id }) => id });

  it('say the same in whatever order they are put together', () => {
    fc.assert(
      fc.property(
        anyRecords.chain((records) =>
          fc.tuple(
            fc.constant(records),
            fc.shuffledSubarray(records, { minLength: records.length }),
          ),
        ),
        ([records, shuffled]) => {
          expect(stateOf(shuffled)).toEqual(stateOf(records));
        },
      ),
    );
  });

  it('are unlocked only by a record that the person was seen', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const answered = records.filter(({ kind }) => kind === 'answered');
        const isEverLocked = answered.some(
          (_, index) => stateOf(answered.slice(0, index + 1)).lock,
        );
        expect(stateOf(answered).lock !== null).toBe(isEverLocked);
      }),
    );
  });
});
