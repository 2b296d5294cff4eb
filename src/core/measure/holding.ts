import type { RefusalReason } from '../protocol/protocol.ts';
import { findPlateau, type Point } from '../signal/plateau.ts';

/** A stretch that was meant as a hold but wavered. Chosen: two and a half times a hold's limits. */
const waveringRule = { direction: 1, minMs: 1000, maxSpread: 5, maxSpeed: 8 } as const;

/** A bounce: so far down and up again, and so often (clinical protocol table). Degrees. */
const bounceDepth = 3;
const bounces = 2;

/** Why a movement without a hold has none. `trace` starts at rest and grows with the movement. */
export function whyNotHeld(
  trace: readonly Point[],
  rest: number,
  smallestMovement: number,
): RefusalReason {
  const wavering = findPlateau(trace, waveringRule);
  if (!wavering || wavering.value - rest < smallestMovement) return 'not-held';
  const top = trace.slice(wavering.first, wavering.last + 1).map(({ value }) => value);
  return reversals(top) >= bounces ? 'bounced' : 'unstable';
}

/** How often values turn from falling by `bounceDepth` to rising by it. */
function reversals(values: readonly number[]): number {
  let count = 0;
  let high = values[0] as number;
  let low: number | null = null;
  for (const value of values) {
    if (low === null) {
      high = Math.max(high, value);
      if (high - value > bounceDepth) low = value;
    } else {
      low = Math.min(low, value);
      if (value - low > bounceDepth) {
        count++;
        high = value;
        low = null;
      }
    }
  }
  return count;
}
