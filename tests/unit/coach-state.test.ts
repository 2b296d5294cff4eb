import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOf, type SetUpReading } from '../../src/core/coach/set-up-reading.ts';
import { advanceSetUp, setUpStart, type SetUpState } from '../../src/core/coach/set-up-state.ts';
import { setUpChecks, setUpProblems, type SetUpProblem } from '../../src/core/coach/set-up-view.ts';

/** What a frame says that shows these problems and nothing else wrong. */
function reading(at: number, ...problems: SetUpProblem[]): SetUpReading {
  const standing = (check: string) =>
    problems.some((problem) => checkOf[problem] === check) ? 'bad' : 'good';
  const checks = Object.fromEntries(setUpChecks.map((check) => [check, standing(check)]));
  return { at, problems, checks: checks as SetUpReading['checks'] };
}

function after(readings: readonly SetUpReading[], from: SetUpState = setUpStart): SetUpState {
  return readings.reduce(advanceSetUp, from);
}

/** Frames every 100 ms from one time up to another. */
function frames(from: number, to: number, ...problems: SetUpProblem[]): SetUpReading[] {
  const count = Math.round((to - from) / 100) + 1;
  return Array.from({ length: count }, (_, i) => reading(from + 100 * i, ...problems));
}

describe('two good seconds', () => {
  it('fill evenly, and then the set-up is done', () => {
    expect(after(frames(0, 500)).view.progress).toBeCloseTo(0.25);
    expect(after(frames(0, 1900)).view.progress).toBeLessThan(1);
    expect(after(frames(0, 2000)).view).toMatchObject({ progress: 1, problem: null });
  });

  it('wait for a single bad frame, and are not emptied by it', () => {
    const state = after([...frames(0, 1000), reading(1100, 'feet-out'), ...frames(1200, 2200)]);
    expect(state.view.progress).toBeCloseTo(1);
  });

  it('are emptied by what lasts', () => {
    const bad = after([...frames(0, 1000), ...frames(1100, 1500, 'feet-out')]);
    expect(bad.view.progress).toBe(0);
  });

  it('do not begin while anything cannot be told', () => {
    const unknown = frames(0, 3000).map((each) => ({
      ...each,
      checks: { ...each.checks, camera: 'unknown' as const },
    }));
    expect(after(unknown).view).toMatchObject({ progress: 0, checks: { camera: 'unknown' } });
  });

  it('believe no more than half a second of a stalled camera', () => {
    expect(after([reading(0), reading(60_000)]).view.progress).toBeCloseTo(0.25);
  });
});

describe('a problem', () => {
  it('is not shown before it has lasted half a second', () => {
    expect(after(frames(0, 400, 'too-far')).view.problem).toBeNull();
    expect(after(frames(0, 500, 'too-far')).view).toMatchObject({
      problem: 'too-far',
      checks: { distance: 'bad', body: 'good' },
    });
  });

  it('is not called good meanwhile, once what was good before is over', () => {
    expect(after(frames(0, 100, 'too-far')).view.checks.distance).toBe('unknown');
    const short = after([...frames(0, 500), reading(600, 'too-far')]);
    expect(short.view.checks.distance).toBe('good');
    const longer = after(frames(600, 900, 'too-far'), after(frames(0, 500)));
    expect(longer.view.checks.distance).toBe('unknown');
  });

  it('is told on a device that gives two frames a second too', () => {
    const slow = [0, 500, 1000].map((at) => reading(at, 'too-dark'));
    expect(after(slow).view).toMatchObject({ problem: 'too-dark', checks: { light: 'bad' } });
    expect(after([...slow, reading(1500), reading(2000)]).view.problem).toBeNull();
  });

  it('is not believed to have stood all through a stalled camera', () => {
    expect(after([0, 5000].map((at) => reading(at, 'too-dark'))).view.problem).toBeNull();
  });

  it('does not flicker with frames that miss it', () => {
    const flickering = frames(0, 2000).map((each, i) =>
      i % 3 === 2 ? each : reading(each.at, 'unsure'),
    );
    const states = flickering.map((_, i) => after(flickering.slice(0, i + 1)).view.problem);
    expect(states.slice(0, 5)).toEqual([null, null, null, null, null]);
    expect(new Set(states.slice(6))).toEqual(new Set(['unsure']));
  });

  it('is taken back a moment after it is mended', () => {
    const mended = after([...frames(0, 1000, 'too-far'), ...frames(1100, 1400)]);
    expect(mended.view).toMatchObject({ problem: null, checks: { distance: 'good' } });
  });

  it.each([
    ['nobody', 200],
    ['two-people', 0],
  ] as const)('is told at once where it is %s', (problem, ms) => {
    expect(after(frames(0, ms, problem)).view).toMatchObject({ problem, checks: { body: 'bad' } });
  });

  it('is not nobody for a single frame', () => {
    expect(after([...frames(0, 500), reading(600, 'nobody')]).view.problem).toBeNull();
  });
});

describe('of several problems', () => {
  const some = fc.uniqueArray(fc.constantFrom(...setUpProblems), { minLength: 1 });

  it('the first in the order of mending is named, and each check that has one is bad', () => {
    fc.assert(
      fc.property(some, (problems) => {
        const { view } = after(frames(0, 600, ...problems));
        expect(view.problem).toBe(setUpProblems.find((each) => problems.includes(each)));
        for (const check of setUpChecks) {
          const isBad = problems.some((each) => checkOf[each] === check);
          expect(view.checks[check]).toBe(isBad ? 'bad' : 'good');
        }
      }),
    );
  });
});

describe('the coach', () => {
  it('never goes on with a problem in the frame, and never leaves 0 to 1', () => {
    const frame = fc.record({
      wait: fc.integer({ min: 1, max: 700 }),
      problems: fc.oneof(fc.constant([]), fc.uniqueArray(fc.constantFrom(...setUpProblems))),
    });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 60 }), (all) => {
        let [state, at] = [setUpStart, 0];
        for (const { wait, problems } of all) {
          const before = state.view.progress;
          state = advanceSetUp(state, reading((at += wait), ...problems));
          expect(state.view.progress).toBeGreaterThanOrEqual(0);
          expect(state.view.progress).toBeLessThanOrEqual(1);
          if (problems.length > 0) expect(state.view.progress).toBeLessThanOrEqual(before);
        }
      }),
    );
  });
});
