import { degrees } from '../../src/core/geometry/angle.ts';
import { protocolOf } from '../../src/core/protocol/catalogue.ts';
import { advance, startPhase } from '../../src/core/protocol/machine.ts';
import type { Sample, TrialPhase } from '../../src/core/protocol/phase.ts';
import type { ViewProblem } from '../../src/core/protocol/protocol.ts';

const slr = protocolOf('slr');

/** A stretch of frames: how long, and the angle at its end; null where the body is not seen. */
export type Stretch = readonly [seconds: number, to: number | null, problem?: ViewProblem];

/** One frame: the angle in degrees that is seen in it, or none and why. */
export function frame(
  at: number,
  angle: number | null,
  problem: ViewProblem | null = null,
): Sample {
  return { at, problem, start: null, angle: angle === null ? null : degrees(angle), fault: null };
}

/** The samples of a movement at 15 frames a second. */
export function played(...stretches: readonly Stretch[]): readonly Sample[] {
  let level = 0;
  let at = 0;
  return stretches.flatMap(([seconds, to, problem]) => {
    const count = Math.round(seconds * 15);
    const start = level;
    level = to ?? level;
    return Array.from({ length: count }, (_, i) => {
      at += 1000 / 15;
      if (to === null) return frame(at, null, problem);
      return frame(at, start + ((to - start) * (i + 1)) / count);
    });
  });
}

/** The phase after each sample. */
export function phases(samples: readonly Sample[], protocol = slr): readonly TrialPhase[] {
  let phase = startPhase;
  return samples.map((sample) => (phase = advance(phase, sample, protocol)));
}

/** Where the trial stands after some stretches. */
export function last(...stretches: readonly Stretch[]): TrialPhase {
  return phases(played(...stretches)).at(-1) ?? startPhase;
}

/** The phases that follow each other, each named once. */
export function story(samples: readonly Sample[], protocol = slr): readonly string[] {
  const names = phases(samples, protocol).map(({ phase }) => phase);
  return names.filter((name, i) => name !== names[i - 1]);
}
