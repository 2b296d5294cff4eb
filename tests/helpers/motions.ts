import type { BodySide } from '../../src/core/body/pose.ts';
import { motionEvery, motionNames, packed, type Motion } from '../../src/core/session/motion.ts';
import type { Result, Session } from '../../src/core/session/session.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import type { MeasuredTrial, TracePoint } from '../../src/core/session/trial.ts';
import { estimate, sessionOn, untold } from './sessions.ts';

/** How long the made-up raise lasts and when it is held, milliseconds; and how far it goes, degrees. */
export const raiseLasts = 6000;
export const raiseHeldAt = 3000;

/** The angle of a leg that rises to `top` degrees in three seconds, is held for two and comes down in one. */
export function raiseAngle(at: number, top: number): number {
  if (at <= raiseHeldAt) return (top * at) / raiseHeldAt;
  return at <= 5000 ? top : (top * (raiseLasts - at)) / 1000;
}

/** A lying body of which one leg is raised by so many degrees: shares of a square frame, the head on the left. */
function bodyAt(angle: number, side: BodySide) {
  const hip = { x: 0.5, y: 0.7 };
  const turned = (angle * Math.PI) / 180;
  const along = (length: number) => ({
    x: hip.x + length * Math.cos(turned),
    y: hip.y - length * Math.sin(turned),
  });
  const facing = side === 'right' ? 1 : -1;
  const places: Readonly<Record<string, { x: number; y: number }>> = {
    nose: { x: 0.15, y: 0.66 },
    shoulder: { x: 0.27, y: 0.7 },
    elbow: { x: 0.36, y: 0.72 },
    wrist: { x: 0.45, y: 0.72 },
    hip,
    knee: along(0.2),
    ankle: along(0.4),
  };
  return motionNames.map((name) => {
    const landmark = name === 'nose' ? 'nose' : name.slice(name.indexOf('-') + 1);
    const isLying = name !== 'nose' && !name.startsWith(side);
    const lying: typeof places = { knee: { x: 0.7, y: 0.7 }, ankle: { x: 0.9, y: 0.7 } };
    const place = (isLying ? lying[landmark] : undefined) ?? places[landmark]!;
    return facing === 1 ? place : { x: 1 - place.x, y: place.y };
  });
}

/** The motion of a raise to `top` degrees: the first trial of its result. */
export function raiseMotion(sessionId: string, side: BodySide, top: number): Motion {
  const count = raiseLasts / motionEvery + 1;
  const poses = Array.from({ length: count }, (_, index) =>
    bodyAt(raiseAngle(index * motionEvery, top), side),
  );
  return {
    sessionId,
    test: 'slr',
    side,
    trial: 0,
    frame: { width: 600, height: 600 },
    every: motionEvery,
    names: motionNames,
    places: packed(motionNames.length, poses),
  };
}

/** The curve of the same. */
export function raiseTrace(top: number): readonly TracePoint[] {
  return Array.from({ length: 91 }, (_, index) => {
    const at = Math.round((index * raiseLasts) / 90);
    return { at, angle: Math.round(raiseAngle(at, top) * 10) / 10 };
  });
}

/** A result of one raise that has such a motion and curve. */
export function movedRaise(side: BodySide, top: number): Result {
  const trial: MeasuredTrial = {
    kind: 'measured',
    side,
    quantities: { 'leg-raise': estimate(top), 'knee-flexion': estimate(3) },
    trace: raiseTrace(top),
    camera: { yaw: degrees(4), pitch: degrees(-3), distance: 2.6 },
  };
  return { test: 'slr', side, estimate: estimate(top), trials: [trial], ...untold };
}

/** A visit with raises of both legs, and its motions. */
export function movedVisit(
  day: number,
  left: number,
  right: number,
): { readonly session: Session; readonly motions: readonly Motion[] } {
  const session = sessionOn(day, [movedRaise('left', left), movedRaise('right', right)]);
  const motions = [raiseMotion(session.id, 'left', left), raiseMotion(session.id, 'right', right)];
  return { session, motions };
}
