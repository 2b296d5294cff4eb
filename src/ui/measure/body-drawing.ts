import type { Moment } from '../../app/check.svelte.ts';
import type { Vector } from '../../core/geometry/vector.ts';
import { arcOf, skeletonOf, type Arc } from '../../core/measure/arc.ts';
import type { TrialPhase } from '../../core/protocol/phase.ts';
import type { Fit } from './fit.ts';

/** The stage's colours, as CSS writes them. */
export interface Palette {
  readonly line: string;
  readonly warning: string;
  readonly joint: string;
}

/** The arc lies across the shin, where it hides neither joint. Chosen by eye on the sketch. */
const arcReach = 0.78;

/**
 * Draws the measured side's bones, its joints and the angle's arc; nothing when no body was seen.
 * `unit` is the width of a bone in CSS pixels.
 */
export function drawBody(
  context: CanvasRenderingContext2D,
  { sighting, step, phase }: Moment,
  fit: Fit,
  palette: Palette,
  unit: number,
): void {
  if (sighting.pose === null) return;
  const bones = skeletonOf(sighting.pose, step);
  const arc = arcOf(sighting.pose, step, restOf(phase));
  const line = faultOf(phase) === null ? palette.line : palette.warning;
  drawLines(context, { bones, arc }, fit, { line, joint: palette.joint }, unit);
}

/** What is drawn of a body: its bones and the angle's arc, in the frame's pixels. */
export interface BodyLines {
  readonly bones: readonly (readonly [Vector, Vector])[];
  readonly arc: Arc | null;
}

/** Draws bones, their joints and the arc. `unit` is the width of a bone in CSS pixels. */
export function drawLines(
  context: CanvasRenderingContext2D,
  { bones, arc }: BodyLines,
  fit: Pick<Fit, 'scale' | 'x' | 'y'>,
  palette: Pick<Palette, 'line' | 'joint'>,
  unit: number,
): void {
  const place = ({ x, y }: Vector): Vector => ({
    x: x * fit.scale + fit.x,
    y: y * fit.scale + fit.y,
  });
  context.lineCap = 'round';
  context.strokeStyle = palette.line;
  if (arc !== null) drawArc(context, place(arc.centre), place(arc.from), place(arc.to), unit);
  context.lineWidth = unit;
  for (const [from, to] of bones) {
    const [start, end] = [place(from), place(to)];
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
    context.stroke();
  }
  context.fillStyle = palette.joint;
  context.lineWidth = unit * 0.6;
  for (const joint of new Set(bones.flat())) {
    const { x, y } = place(joint);
    context.beginPath();
    context.arc(x, y, unit * 1.3, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}

function drawArc(
  context: CanvasRenderingContext2D,
  centre: Vector,
  from: Vector,
  to: Vector,
  unit: number,
): void {
  const start = Math.atan2(from.y - centre.y, from.x - centre.x);
  const end = Math.atan2(to.y - centre.y, to.x - centre.x);
  const turn = Math.atan2(Math.sin(end - start), Math.cos(end - start));
  const radius = arcReach * Math.hypot(to.x - centre.x, to.y - centre.y);
  context.save();
  context.globalAlpha = 0.55;
  context.lineWidth = unit * 1.6;
  context.beginPath();
  context.arc(centre.x, centre.y, radius, start, end, turn < 0);
  context.stroke();
  context.restore();
}

function faultOf(phase: TrialPhase): string | null {
  return phase.phase === 'moving' || phase.phase === 'holding' ? phase.fault : null;
}

function restOf(phase: TrialPhase): Parameters<typeof arcOf>[2] {
  return 'rest' in phase ? phase.rest : null;
}
