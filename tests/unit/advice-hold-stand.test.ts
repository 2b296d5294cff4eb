import { describe, expect, it } from 'vitest';
import {
  countedHold,
  letPass,
  seeHold,
  standOf,
  type CountedHold,
} from '../../src/core/advice/hold-stand.ts';
import { degrees } from '../../src/core/geometry/angle.ts';

const least = 22;

/** Something that goes on for some seconds: an angle is seen, somebody is seen elsewhere, nobody, no frame comes. */
type Stretch = readonly [seconds: number, what: number | 'elsewhere' | 'nobody' | 'no frame'];

/** A hold after stretches of time, the clock asked five times a second and the camera ten; and what counted of it. */
function after(
  wasSeen: boolean,
  ...stretches: readonly Stretch[]
): { readonly counted: CountedHold; readonly seconds: number } {
  let counted = countedHold(wasSeen);
  let at = 0;
  for (const [seconds, what] of stretches) {
    for (let i = 0; i < seconds * 10; i++) {
      at += 100;
      const angle = typeof what === 'number' ? degrees(what) : null;
      if (what !== 'no frame') {
        counted = seeHold(counted, { at, isSeen: what !== 'nobody', angle }, least);
      }
      if (i % 2 === 1) counted = letPass(counted, 200);
    }
  }
  return { counted, seconds: counted.given / 1000 };
}

function stand(wasSeen: boolean, ...stretches: readonly Stretch[]): string {
  return standOf(after(wasSeen, ...stretches).counted);
}

describe('a hold before a camera', () => {
  it('waits for the person, is held, and waits again', () => {
    expect(stand(true)).toBe('into');
    expect(stand(true, [5, 5])).toBe('into');
    expect(stand(true, [5, 5], [3, 70])).toBe('held');
    expect(stand(true, [5, 5], [3, 70], [3, 5])).toBe('let-go');
    expect(stand(true, [5, 5], [3, 70], [3, 5], [3, 60])).toBe('held');
  });

  it('gives out what was held, and nothing else', () => {
    expect(after(true, [5, 5], [4, 70], [3, 5], [3, 70]).seconds).toBeCloseTo(7, 0);
    expect(after(true, [30, 'elsewhere']).seconds).toBe(0);
  });

  it('says that nobody is seen before it goes on by the clock', () => {
    expect(stand(true, [3, 'nobody'])).toBe('into');
    expect(stand(true, [5, 'nobody'])).toBe('unseen');
    expect(stand(true, [11, 'nobody'])).toBe('by-clock');
  });

  it('goes by the clock where no frame comes any more, also out of a hold', () => {
    expect(stand(true, [5, 70], [6, 'no frame'])).toBe('unseen');
    expect(stand(true, [5, 70], [12, 'no frame'])).toBe('by-clock');
  });

  it('forgets that nobody was seen as soon as somebody is', () => {
    expect(stand(true, [8, 'nobody'], [1, 5], [8, 'nobody'])).toBe('unseen');
    expect(stand(true, [8, 'nobody'], [3, 70], [3, 'nobody'])).not.toBe('by-clock');
  });

  it('gives whoever has still to come to the mat more time', () => {
    expect(stand(false, [25, 'nobody'])).toBe('unseen');
    expect(stand(false, [31, 'nobody'])).toBe('by-clock');
    expect(stand(false, [1, 'elsewhere'], [11, 'nobody'])).toBe('by-clock');
  });

  it('is never stuck with somebody whose hold it does not understand', () => {
    expect(stand(true, [39, 'elsewhere'])).toBe('into');
    expect(stand(true, [41, 'elsewhere'])).toBe('by-clock');
    expect(stand(true, [41, 5], [3, 70])).toBe('by-clock');
  });

  it('waits as long as they like for whoever has let go', () => {
    expect(stand(true, [5, 70], [300, 5])).toBe('let-go');
  });
});
