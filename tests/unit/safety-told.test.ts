import { describe, expect, it } from 'vitest';
import type { FeltPlace } from '../../src/core/safety/felt.ts';
import { holdOf, lastPassage } from '../../src/core/safety/hold.ts';
import {
  feltIn,
  lastFelt,
  painAfterIn,
  painBeforeIn,
  type Felt,
  type Told,
} from '../../src/core/safety/told.ts';
import { stepsLeft } from '../../src/core/session/unfinished.ts';
import { answeredOn, day, seenOn, start } from '../helpers/safety.ts';
import { legRaise, sessionOn } from '../helpers/sessions.ts';

function feltOn(on: number, side: 'left' | 'right', ...places: FeltPlace[]): Felt {
  const id = `felt-${on}-${side}-${places.join()}`;
  return { kind: 'felt', id, at: start + on * day, sessionId: sessionOn(on).id, side, places };
}

const sessions = [sessionOn(0), sessionOn(7), sessionOn(14)];

describe('where a leg raise was felt', () => {
  it('is what was told last of that side and session', () => {
    const first = feltOn(0, 'left', 'thigh');
    const later = { ...feltOn(0, 'left', 'tingling'), at: first.at + 1 };
    const told = [later, first, feltOn(0, 'right', 'back'), feltOn(7, 'left', 'behind-knee')];
    expect(feltIn(told, sessionOn(0).id, 'left')).toBe(later);
    expect(feltIn(told, sessionOn(14).id, 'left')).toBeNull();
  });

  it('is alike on all devices where two were told at one moment', () => {
    const [a, b] = [feltOn(0, 'left', 'back'), feltOn(0, 'left', 'thigh')];
    const [one, other] = [feltIn([a, b], a.sessionId, 'left'), feltIn([b, a], a.sessionId, 'left')];
    expect(one).toBe(other);
  });

  it('counts from the newest session of each side that was told about, whenever it was told', () => {
    const old = { ...feltOn(0, 'left', 'tingling'), at: start + 20 * day };
    const told = [old, feltOn(7, 'left', 'thigh'), feltOn(0, 'right', 'calf-or-foot')];
    expect(lastFelt(told, sessions)).toEqual([told[1], told[2]]);
    expect(lastFelt(told, sessions.toReversed())).toEqual([told[1], told[2]]);
  });

  it('is forgotten with its session', () => {
    expect(lastFelt([feltOn(3, 'left', 'tingling')], sessions)).toEqual([]);
  });
});

describe('pain around a session', () => {
  const after = (at: number, pain: number): Told => ({
    kind: 'pain-after',
    id: `pain-${at}`,
    at,
    sessionId: sessionOn(0).id,
    pain,
  });

  it('before it is that of its last gate', () => {
    const gates = [answeredOn(0, { pain: 2 }), answeredOn(1, { pain: 4 }), answeredOn(2)];
    expect(painBeforeIn(gates, { gates: ['answered-0', 'answered-1'] })).toBe(4);
    expect(painBeforeIn(gates, { gates: [] })).toBeNull();
  });

  it('after it is what was told last', () => {
    expect(painAfterIn([after(9, 5), after(3, 1)], sessionOn(0).id)).toBe(5);
    expect(painAfterIn([after(9, 5)], sessionOn(7).id)).toBeNull();
  });
});

describe('the hold on exercises', () => {
  it('is not there where nothing speaks against more', () => {
    expect(holdOf([], sessions)).toBeNull();
    expect(holdOf([answeredOn(0), feltOn(0, 'left', 'thigh')], sessions)).toBeNull();
  });

  it('stands since a raise was felt below the knee, with the places of both legs', () => {
    const told = [feltOn(0, 'left', 'thigh', 'calf-or-foot'), feltOn(7, 'right', 'back')];
    expect(holdOf(told, sessions)).toEqual({
      since: start,
      places: ['calf-or-foot', 'back'],
      isByGate: false,
    });
  });

  it('is over when the next raise is felt in the thigh', () => {
    const told = [feltOn(0, 'left', 'tingling'), feltOn(7, 'left', 'thigh')];
    expect(holdOf(told, sessions)).toBeNull();
  });

  it('comes from the last gate alone', () => {
    const told = [answeredOn(0, { flags: ['pain-into-leg'] }), answeredOn(3, { readiness: null })];
    expect(holdOf(told.slice(0, 1), sessions)).toMatchObject({ since: start, isByGate: true });
    expect(holdOf(told, sessions)).toBeNull();
  });

  it('is there while the tests are locked', () => {
    const told = [answeredOn(2, { flags: ['lump'] }), feltOn(0, 'left', 'back')];
    expect(holdOf(told, sessions)).toEqual({ since: start, places: ['back'], isByGate: true });
  });
});

describe('what the last gate led to', () => {
  it('is nothing before the first', () => {
    expect(lastPassage([seenOn(0)])).toBeNull();
  });

  it('knows what was told before it, in whatever order the records come', () => {
    const records = [
      answeredOn(3, { readiness: null }),
      answeredOn(0, { readiness: ['no-lying'] }),
    ];
    expect(lastPassage(records)?.tests).toEqual(['forward-bend', 'chair-reach']);
    expect(lastPassage(records.toReversed())?.tests).toEqual(['forward-bend', 'chair-reach']);
  });

  it('of two at one moment is alike in whatever order they come', () => {
    const [a, b] = [answeredOn(0), { ...answeredOn(0, { pain: 9 }), id: 'answered-z' }];
    expect(lastPassage([a, b])?.tests).toEqual([]);
    expect(lastPassage([b, a])?.tests).toEqual([]);
  });
});

describe('what is left of a check that was cut off', () => {
  const steps = [
    { test: 'slr', side: 'left' },
    { test: 'slr', side: 'right' },
  ] as const;

  it('begins with the step that may be unfinished', () => {
    expect(stepsLeft({ session: sessionOn(0, []), steps })).toEqual(steps);
    expect(stepsLeft({ session: sessionOn(0, [legRaise(70)]), steps })).toEqual(steps);
    const two = sessionOn(0, [legRaise(70), legRaise(71)]);
    expect(stepsLeft({ session: two, steps })).toEqual([steps[1]]);
  });
});
