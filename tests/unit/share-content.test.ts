import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/core/errors.ts';
import { sharedOf } from '../../src/share/choose.ts';
import { parts } from '../../src/share/content.ts';
import { sharedMovement } from '../../src/app/movements.ts';
import { withCorrections } from '../../src/core/session/corrected.ts';
import { angleAt, movementOf } from '../../src/core/session/movement.ts';
import {
  mostMotions,
  motionFrom,
  motionOf,
  posesOf,
  sharedMotion,
} from '../../src/share/motion.ts';
import { sharedIn } from '../../src/share/read-content.ts';
import { shortNumber } from '../../src/share/short-number.ts';
import { movedVisit, raiseTrace } from '../helpers/motions.ts';
import {
  ada,
  anyChoice,
  anyShareable,
  anyShared,
  sharedWhole,
  stamp,
  tenWeeks,
  whole,
} from '../helpers/shared.ts';

/** The code of the failure that a reading ends with. */
function codeOf(content: unknown): string {
  try {
    sharedIn(content);
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  return 'read';
}

describe('what is shared', () => {
  it('comes back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(anyShared, (shared) => {
        expect(sharedIn(JSON.parse(JSON.stringify(shared)))).toEqual(shared);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('has nothing of a part, a test or a time that was not chosen', () => {
    fc.assert(
      fc.property(anyShareable, anyChoice, (all, choice) => {
        const shared = sharedOf(all, choice, stamp);
        const text = JSON.stringify(shared);
        const has = (part: (typeof parts)[number]): boolean => choice.parts.includes(part);
        const within = (at: number): boolean =>
          at >= (choice.from ?? -Infinity) && at <= (choice.to ?? Infinity);
        if (!has('name')) expect(shared.person.name).toBe('');
        if (!has('about'))
          expect(shared.person).toMatchObject({ birthYear: null, sex: null, height: null });
        if (!has('notes')) expect(shared.diary.every(({ note }) => note === '')).toBe(true);
        if (!has('pain')) {
          expect(shared.diary.every(({ pain }) => pain === null)).toBe(true);
          expect(shared.log.every(({ pain }) => pain === null)).toBe(true);
          const answered = shared.safety.filter((one) => one.kind === 'answered');
          expect(answered.every(({ answers }) => answers.pain === null)).toBe(true);
        }
        if (!has('plan')) expect(shared.log).toEqual([]);
        if (!has('safety')) expect(shared.safety).toEqual([]);
        expect(shared.leftOut).toEqual(parts.filter((part) => !has(part)));
        for (const { startedAt, results, origin } of shared.sessions) {
          expect(within(startedAt)).toBe(true);
          expect(origin).not.toBe('sample');
          for (const { test } of results) expect(choice.tests).toContain(test);
        }
        for (const { test } of shared.lines) expect(choice.tests).toContain(test);
        // The camera's name and the body's outline stay on the device, whatever is chosen.
        expect(text).not.toContain('Integrated Camera');
        expect(text).not.toContain('outline');
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('judges by what is shared alone: who sees three visits learns nothing of the others', () => {
    const all = tenWeeks();
    const late = all.sessions.slice(3);
    const from = late[0]!.startedAt;
    const chosen = sharedOf(all, { ...whole, from }, stamp);
    const alone = sharedOf({ ...all, sessions: late }, { ...whole, from }, stamp);
    expect(chosen).toEqual(alone);
    expect(chosen.lines[0]?.change).not.toEqual(sharedWhole().lines[0]?.change);
  });

  it('tells both numbers of a correction, and why a visit is not compared', () => {
    const { corrections, lines, sessions } = sharedWhole();
    expect(corrections).toMatchObject([
      { estimate: { value: 81 }, automatic: { value: 77 }, joints: ['hip'] },
    ]);
    expect(sessions.at(-1)?.results[0]?.automatic).not.toBeNull();
    expect(lines.find(({ test, side }) => test === 'slr' && side === 'left')?.odd).toMatchObject([
      { sessionId: sessions[3]?.id, differences: [{ aspect: 'yaw', before: 4, now: 42 }] },
    ]);
  });

  it('keeps the curve of the best repetition only, and none unless asked', () => {
    const curves = (choice = whole): number =>
      sharedWhole(choice)
        .sessions.flatMap(({ results }) => results)
        .flatMap(({ trials }) => trials)
        .filter((trial) => trial.kind === 'measured' && trial.curve !== null).length;
    expect(curves()).toBe(6 * 7);
    expect(curves({ ...whole, parts: [] })).toBe(0);
  });
});

it('a number is shown as the same whole number after it was shortened', () => {
  fc.assert(
    fc.property(fc.double({ min: -200, max: 400, noNaN: true }), (value) => {
      const short = shortNumber(value);
      expect(Math.round(short) + 0).toBe(Math.round(value) + 0);
      expect(Math.abs(short - value)).toBeLessThan(0.1);
      expect(JSON.stringify(short).length).toBeLessThanOrEqual(6);
    }),
  );
});

it('places of a motion come back to half a step, and points that were not seen as not seen', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const place = fc.option(fc.record({ x: share, y: share }));
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 160 }), (poses) => {
      const address = { ...sharedWhole().motion[0]! };
      const back = posesOf(motionOf(address, ['left-hip', 'left-ankle'], poses))!;
      expect(back.length).toBe(poses.length);
      for (const [row, pose] of poses.entries()) {
        for (const [column, was] of pose.entries()) {
          const is = back[row]![column];
          if (was === null) expect(is).toBeNull();
          else expect(Math.hypot(is!.x - was.x, is!.y - was.y)).toBeLessThan(2 / 65_534);
        }
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);

describe('how somebody moved', () => {
  const visits = [movedVisit(0, 60, 64), movedVisit(7, 66, 70)];
  const sessions = visits.map(({ session }) => withCorrections(session, []));
  const motion = visits.flatMap(({ motions }) => motions.map(sharedMotion));
  const all = { ...tenWeeks(), sessions, corrections: [], motion };

  it('goes along only where it was chosen, of the chosen visits and tests alone', () => {
    const last = { from: sessions[1]!.startedAt };
    expect(sharedOf(all, { ...whole, ...last }, stamp).motion).toEqual(motion.slice(2));
    expect(sharedOf(all, { ...whole, tests: ['ake'] }, stamp).motion).toEqual([]);
    const without = { ...whole, parts: parts.filter((part) => part !== 'motion') };
    expect(sharedOf(all, without, stamp).motion).toEqual([]);
  });

  it('comes back byte for byte, and never of the sample', () => {
    const shared = sharedIn(JSON.parse(JSON.stringify(sharedOf(all, whole, stamp))));
    expect(shared.motion.map(motionFrom)).toEqual(visits.flatMap(({ motions }) => motions));
    const played = sessions.map((session) => ({ ...session, origin: 'sample' as const }));
    expect(sharedOf({ ...all, sessions: played }, whole, stamp).motion).toEqual([]);
  });

  it('is seen as its own app shows it, with the shared curve or without any', () => {
    const own = movementOf({ test: 'slr', side: 'left' }, visits[0]!.motions[0]!, raiseTrace(60))!;
    // A shared curve has a point every 133 ms: it cuts the corner where 60 degrees fall within a second by 60 * 0.133 / 4.
    const both = [
      [whole, 2.01],
      [{ ...whole, parts: ['motion' as const] }, 1],
    ] as const;
    for (const [chosen, apart] of both) {
      const shared = sharedIn(JSON.parse(JSON.stringify(sharedOf(all, chosen, stamp))));
      const seen = sharedMovement(shared, shared.motion[0]!)!;
      expect(seen.poses).toEqual(own.poses);
      for (let at = 0; at <= own.lasts; at += 100)
        expect(Math.abs(angleAt(seen, at) - angleAt(own, at))).toBeLessThan(apart);
    }
  });

  it('has the curve of the same repetition beside it', () => {
    const [result] = sessions[0]!.results;
    const [trial] = result!.trials;
    const twice = { ...sessions[0]!, results: [{ ...result!, trials: [trial!, trial!] }] };
    const second = { ...motion[0]!, trial: 1 };
    const shared = sharedOf({ ...all, sessions: [twice], motion: [second] }, whole, stamp);
    const curves = shared.sessions[0]!.results[0]!.trials.map(
      (one) => one.kind === 'measured' && one.curve !== null,
    );
    expect(curves).toEqual([false, true]);
  });

  it('of a repetition that was not shared is nothing', () => {
    const shared = sharedOf(all, whole, stamp);
    expect(sharedMovement(shared, { ...shared.motion[0]!, trial: 7 })).toBeNull();
    expect(sharedMovement({ ...shared, sessions: [] }, shared.motion[0]!)).toBeNull();
  });

  it('of more visits than fit goes along of the newest', () => {
    const many = Array.from({ length: mostMotions + 5 }, (_, index) => movedVisit(index, 60, 60));
    const shared = sharedOf(
      {
        ...all,
        sessions: many.map(({ session }) => withCorrections(session, [])),
        motion: many.map(({ motions }) => sharedMotion(motions[0]!)).toReversed(),
      },
      { ...whole, parts: ['motion'] },
      stamp,
    );
    expect(shared.motion.map(({ sessionId }) => sessionId)).toEqual(
      many.slice(5).map(({ session }) => session.id),
    );
    expect(sharedIn(shared).motion).toHaveLength(mostMotions);
    expect(() => sharedIn({ ...shared, motion: [...shared.motion, motion[0]] })).toThrow(Failure);
  });
});

describe('what is not fit to be read is refused whole', () => {
  const good = JSON.parse(JSON.stringify(sharedWhole())) as Record<string, unknown>;

  it.each([
    ['nothing', null, 'share-foreign'],
    ['a list', [], 'share-foreign'],
    ['a backup', { format: 'limber-backup', version: 1 }, 'share-foreign'],
    ['a FHIR bundle', { resourceType: 'Bundle', type: 'collection' }, 'share-foreign'],
    ['a version of a later time', { ...good, version: 2, extra: true }, 'share-too-new'],
    ['a version that is none', { ...good, version: 0.5 }, 'share-foreign'],
    ['a key too many', { ...good, admin: true }, 'share-damaged'],
    [
      'a name without an end',
      { ...good, person: { ...ada, name: 'x'.repeat(10_000) } },
      'share-damaged',
    ],
    ['a time beyond any calendar', { ...good, madeAt: 8e15 }, 'share-damaged'],
    [
      'places that are none',
      { ...good, motion: [{ ...sharedWhole().motion[0], places: 'AAA' }] },
      'share-damaged',
    ],
    [
      'a still that is no JPEG file',
      { ...good, stills: [{ ...sharedWhole().stills[0], jpeg: 'PHN2Zy8-' }] },
      'share-damaged',
    ],
  ])('%s', (_, content, code) => {
    expect(codeOf(content)).toBe(code);
  });

  it('a key of the prototype at any depth, and leaves every object as it was', () => {
    const text = JSON.stringify(good);
    const places = [...text.matchAll(/\{(?!\})/g)].map(({ index }) => index + 1);
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      for (const at of places.filter((_, i) => i % 7 === 0)) {
        const hostile = `${text.slice(0, at)}"${key}":{"polluted":1},${text.slice(at)}`;
        expect(codeOf(JSON.parse(hostile))).toBe('share-damaged');
      }
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('anything else, without ever throwing anything but a Failure', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.constantFrom(...Object.keys(good)),
        (junk, key) => {
          expect(codeOf({ ...good, [key]: junk })).toMatch(/^share-|^read$/);
          expect(codeOf(junk)).toBe('share-foreign');
        },
      ),
      { numRuns: 2000 },
    );
  }, 60_000);
});
