import { readFileSync } from 'node:fs';

interface TrueFrame {
  readonly t: number;
  readonly phase: string;
  readonly angles: Readonly<Record<'l' | 'r', { readonly leg_to_horizontal: number }>> & {
    readonly trunk_inclination: number;
  };
}

interface Truth {
  readonly test: string;
  readonly test_side: 'l' | 'r' | null;
  readonly per_frame: readonly TrueFrame[];
}

/**
 * For how long somebody in a rendered clip truly holds, in milliseconds: from when they are within 5 degrees of what they
 * come to hold, to when they have come back from it by 10.
 */
export function trueHoldOf(clip: string): number {
  const file = new URL(`../fixtures/clips/${clip}.json`, import.meta.url);
  const {
    test,
    test_side: side,
    per_frame: frames,
  } = JSON.parse(readFileSync(file, 'utf8')) as Truth;
  const angleOf = ({ angles }: TrueFrame): number =>
    test === 'bend' ? angles.trunk_inclination : angles[side ?? 'r'].leg_to_horizontal;
  const held = frames.filter(({ phase }) => phase === 'hold').map(angleOf);
  const reached = held.reduce((sum, angle) => sum + angle, 0) / held.length;
  const first = frames.find((frame) => angleOf(frame) > reached - 5);
  const last = frames.findLast((frame) => angleOf(frame) > reached - 10);
  return ((last?.t ?? 0) - (first?.t ?? 0)) * 1000;
}
