import { postureBetween } from '../../core/advice/figure-motion.ts';
import type { Figure, Posture } from '../../core/advice/figure.ts';

/** How long it takes there and back. Chosen: slow enough to move along with. */
export const moveSeconds = 6;

/** Between how many places the browser moves on straight lines: chosen, none of them is seen. */
const pieces = 10;

/** When it leaves its start, has reached its end, leaves that, and is back: shares of the whole time. Chosen. */
const leaves = 0.1;
const reaches = 0.42;
const returns = 0.62;
const isBack = 0.94;

/** The postures of a movement from its start to its end, slow at both; only the end where it has no start. */
export function movementOf({ start, end }: Figure): readonly Posture[] {
  if (start === null) return [end];
  return Array.from({ length: pieces + 1 }, (_, piece) => {
    const share = (1 - Math.cos((Math.PI * piece) / pieces)) / 2;
    return postureBetween(start, end, share);
  });
}

/** The moments of a movement with when they are shown, there and back, in shares of the whole time. */
export function whenShown(
  ds: readonly string[],
): readonly { readonly d: string; readonly at: number }[] {
  const last = ds.length - 1;
  const there = ds.map((d, i) => ({ d, at: leaves + ((reaches - leaves) * i) / last }));
  const back = ds
    .toReversed()
    .map((d, i) => ({ d, at: returns + ((isBack - returns) * i) / last }));
  const [first = ''] = ds;
  return [{ d: first, at: 0 }, ...there, ...back, { d: first, at: 1 }];
}
