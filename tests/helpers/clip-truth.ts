import { readFileSync } from 'node:fs';
import { clipPath, type Clip } from './fake-camera.ts';

interface Leg {
  readonly hip_flexion: number;
  readonly leg_to_horizontal: number;
  readonly knee_flexion: number;
}

interface Truth {
  readonly test: string;
  readonly test_side: 'l' | 'r' | null;
  readonly near_side: 'l' | 'r';
  readonly per_frame: readonly {
    readonly phase: string;
    readonly angles: Readonly<Record<'l' | 'r', Leg>>;
  }[];
}

/**
 * What a perfect measurement of a clip would say, in degrees: for a leg raise how far the leg is held from
 * its own rest, for a forward bend the hip flexion as held, for a knee straightening the knee flexion that is
 * left. Means over the hold and the rest of the clip.
 */
export function truthOf(clip: Clip): number {
  const truth = JSON.parse(readFileSync(clipPath(clip).replace(/webm$/, 'json'), 'utf8')) as Truth;
  const side = truth.test_side ?? truth.near_side;
  const meanOf = (phase: string, quantity: keyof Leg) => {
    const values = truth.per_frame
      .filter((frame) => frame.phase === phase)
      .map(({ angles }) => angles[side][quantity]);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  if (truth.test === 'bend') return meanOf('hold', 'hip_flexion');
  if (truth.test === 'ake') return meanOf('hold', 'knee_flexion');
  return meanOf('hold', 'leg_to_horizontal') - meanOf('rest', 'leg_to_horizontal');
}
