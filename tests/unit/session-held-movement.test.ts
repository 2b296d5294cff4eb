import { describe, expect, it } from 'vitest';
import { degrees } from '../../src/core/geometry/angle.ts';
import { correctedEstimate, placeOf } from '../../src/core/session/correction.ts';
import { heldMovement } from '../../src/core/session/held-movement.ts';
import { motionNames, packed, unpacked } from '../../src/core/session/motion.ts';
import { movementOf, type Movement } from '../../src/core/session/movement.ts';
import { raiseHeldAt, raiseMotion, raiseTrace } from '../helpers/motions.ts';

const visit = '01a0a945-0a00-7000-8000-000000000001';

function raised(side: 'left' | 'right', top: number): Movement {
  return movementOf({ test: 'slr', side }, raiseMotion(visit, side, top), raiseTrace(top))!;
}

describe('a kept movement', () => {
  it('gives the skeleton at its hold, from which a moved joint changes the number', () => {
    for (const side of ['left', 'right'] as const) {
      const held = heldMovement(raised(side, 70))!;
      expect(Math.abs(held.at - raiseHeldAt)).toBeLessThan(300);
      expect(held.side).toBe(side);
      expect(held.rest).toBeCloseTo(0);
      const automatic = { value: degrees(70), halfWidth95: degrees(4) };
      expect(correctedEstimate(automatic, held, {}, null)).toEqual(automatic);
      const hip = placeOf(held, 'hip');
      const ankle = placeOf(held, 'ankle');
      // Turned about the hip by ten degrees.
      const by = ((held.facing === 1 ? -10 : 10) * Math.PI) / 180;
      const [x, y] = [ankle.x - hip.x, ankle.y - hip.y];
      const moved = {
        x: hip.x + x * Math.cos(by) - y * Math.sin(by),
        y: hip.y + x * Math.sin(by) + y * Math.cos(by),
      };
      const { value } = correctedEstimate(automatic, held, { ankle: moved }, null);
      expect(value).toBeCloseTo(80, 0);
    }
  });

  it('has the points that are not kept at the nearest ones', () => {
    const { outline } = heldMovement(raised('left', 70))!;
    expect(outline['left-toe']).toEqual(outline['left-ankle']);
    expect(outline['right-heel']).toEqual(outline['right-ankle']);
    expect(outline['left-heel']).toEqual(outline['left-ankle']);
    expect(outline['right-toe']).toEqual(outline['right-ankle']);
    expect(outline['left-ear']).toEqual(outline.nose);
  });

  it('gives none where a joint of the number was not seen, and does without a head', () => {
    const { places } = raiseMotion(visit, 'left', 70);
    const poses = unpacked(motionNames.length, places)!;
    const without = (name: string): Movement => {
      const unseen = poses.map((pose) =>
        pose.map((place, column) => (motionNames[column] === name ? null : place)),
      );
      const motion = { ...raiseMotion(visit, 'left', 70), places: packed(13, unseen) };
      return movementOf({ test: 'slr', side: 'left' }, motion, raiseTrace(70))!;
    };
    expect(heldMovement(without('left-ankle'))).toBeNull();
    expect(heldMovement(without('right-hip'))).toBeNull();
    expect(heldMovement(without('nose'))?.outline['left-ear']).toEqual({ x: 0.5, y: 0.5 });
    const few = { ...raised('left', 70), names: motionNames.slice(0, 2) };
    expect(heldMovement(few)).toBeNull();
  });
});
