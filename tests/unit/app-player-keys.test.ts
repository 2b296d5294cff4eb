import { describe, expect, it } from 'vitest';
import { playerWishIn } from '../../src/app/player-keys.ts';

describe('what is said to a player', () => {
  it('"go on" ends a pause or a step, and in a hold that waits leaves the hold to the clock', () => {
    expect(playerWishIn('go-on', true, false)).toBe('toggle');
    expect(playerWishIn('go-on', true, true)).toBe('toggle');
    expect(playerWishIn('go-on', false, false)).toBe('skip');
    expect(playerWishIn('go-on', false, true)).toBe('by-clock');
  });

  it('pain ends it, also while it is paused or waits', () => {
    for (const isPaused of [true, false]) {
      for (const isWaiting of [true, false]) {
        expect(playerWishIn('pain', isPaused, isWaiting)).toBe('hurt');
      }
    }
  });
});
