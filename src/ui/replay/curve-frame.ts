import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Replay } from '../../app/replay.svelte.ts';
import type { Movement } from '../../core/session/movement.ts';

/** Where the curves are drawn, in pixels from the top left. */
export interface CurveFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** From milliseconds since the beginning of the replay. */
  readonly x: ScaleLinear<number, number>;
  /** From degrees. */
  readonly y: ScaleLinear<number, number>;
}

/** Room for what is written beside the axes, in pixels at the usual letter size; half a thumb of the slider at the end. */
const room = { left: 44, right: 10, top: 20, bottom: 26 };

/** The height of the plot, in pixels at the usual letter size. */
const plotHeight = 110;

/** The scales for a replay on so much width; `letters`: how large the person's letters are, 1 for the usual. */
export function curveFrame(replay: Replay, width: number, letters: number): CurveFrame {
  const angles = replay.movements.flatMap(({ curve }) => curve.map(({ angle }) => angle));
  const [left, right] = [room.left * letters, width - room.right];
  const top = room.top * letters;
  const bottom = top + plotHeight * letters;
  return {
    width,
    height: bottom + room.bottom * letters,
    left,
    right,
    top,
    bottom,
    x: scaleLinear([0, replay.lasts], [left, right]),
    y: scaleLinear([Math.min(...angles), Math.max(...angles)], [bottom, top]).nice(3),
  };
}

/** A movement's curve as a path. */
export function curvePath({ curve }: Movement, start: number, { x, y }: CurveFrame): string {
  const through = line<{ readonly at: number; readonly angle: number }>(
    ({ at }) => x(start + at),
    ({ angle }) => y(angle),
  );
  return through([...curve]) ?? '';
}
