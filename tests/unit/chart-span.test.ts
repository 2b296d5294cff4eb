import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastSpan, spanHolding, type Span } from '../../src/app/chart-span.ts';

const day = 24 * 60 * 60 * 1000;

/** In milliseconds: a beginning and a width, each rounded to whole ones. */
const nearly = 1.5;

/** All that there is, from two weeks to thirty years; a part of it that is looked at; and a place along that part. */
const looking = fc
  .record({
    first: fc.integer({ min: 0, max: Date.UTC(2030, 0, 1) }),
    time: fc.integer({ min: leastSpan, max: 30 * 365 * day }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    begin: fc.double({ min: 0, max: 1, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ first, time, part, begin, share }) => {
    const width = leastSpan + part * (time - leastSpan);
    const from = first + begin * (time - width);
    const full: Span = [first, first + time];
    return { full, from, width, held: { at: from + share * width, share } };
  });

/** By how much of what is looked at more or less is wanted, from a hundredth to a hundredfold. */
const factor = fc.double({ min: -2, max: 2, noNaN: true }).map((power) => 10 ** power);

describe('a span around a time that keeps its place', () => {
  it('is two weeks at least and never outside of what there is, whatever is wanted', () => {
    fc.assert(
      fc.property(
        looking,
        fc.double({ noNaN: true }),
        fc.double({ noNaN: true, min: -1e4, max: 1e4 }),
        ({ full, from }, wanted, share) => {
          const span = spanHolding({ at: from, share }, wanted, full);
          expect(span[0]).toBeGreaterThanOrEqual(full[0]);
          expect(span[1]).toBeLessThanOrEqual(full[1]);
          expect(span[1] - span[0]).toBeGreaterThanOrEqual(leastSpan);
        },
      ),
    );
  });

  it('has the held time at its place, unless it has come to an end of what there is', () => {
    fc.assert(
      fc.property(looking, factor, ({ full, width, held }, times) => {
        const [from, to] = spanHolding(held, width * times, full);
        const isAtEnd = from === full[0] || to === full[1];
        const place = from + held.share * (to - from);
        if (!isAtEnd) expect(Math.abs(place - held.at)).toBeLessThan(nearly);
      }),
    );
  });

  it('has it there always when it gets narrower: the ends are not in the way', () => {
    fc.assert(
      fc.property(looking, factor, ({ full, width, held }, times) => {
        const [from, to] = spanHolding(held, Math.min(width * times, width), full);
        expect(Math.abs(from + held.share * (to - from) - held.at)).toBeLessThan(nearly);
      }),
    );
  });

  it('has it as near as can be where an end is in the way', () => {
    fc.assert(
      fc.property(
        looking,
        factor,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (at, times, other) => {
          const { full, width, held } = at;
          const [from, to] = spanHolding(held, width * times, full);
          const elsewhere = full[0] + other * (full[1] - full[0] - (to - from));
          const missed = (begin: number): number =>
            Math.abs(begin + held.share * (to - from) - held.at);
          expect(missed(from)).toBeLessThanOrEqual(missed(elsewhere) + nearly);
        },
      ),
    );
  });

  it('is what it was once a time that was drawn closer is let back to its place', () => {
    fc.assert(
      fc.property(looking, factor, ({ full, from, width, held }, times) => {
        const narrow = spanHolding(held, Math.min(width * times, width), full);
        const back = spanHolding(held, width, full);
        expect(narrow[0]).toBeGreaterThanOrEqual(from - nearly);
        expect(Math.abs(back[0] - from)).toBeLessThan(nearly);
        expect(Math.abs(back[1] - (from + width))).toBeLessThan(nearly);
      }),
    );
  });

  it('of a week is two weeks with the week in their middle', () => {
    const span = spanHolding({ at: 50 * day, share: 1 / 2 }, 7 * day, [0, 100 * day]);
    expect(span).toEqual([43 * day, 57 * day]);
  });
});
