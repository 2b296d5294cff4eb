import type { BodySide, Pose, Sighting } from '../../src/core/body/pose.ts';
import { nearSide, type Facing } from '../../src/core/body/facing.ts';
import { isMeasurable } from '../../src/core/body/framing.ts';
import {
  kneeFlexion,
  legLean,
  thighLean,
  trunkInclination,
} from '../../src/core/body/joint-angle.ts';
import {
  cameraFeatures,
  curveKeys,
  type CameraModel,
  type Curve,
  type CurveKey,
} from '../../src/core/measure/calibration.ts';
import { seatedLegShare } from '../../src/core/measure/bend.ts';
import type { View } from '../../src/core/geometry/pinhole.ts';
import { featuresOf, guessCamera, type CameraGuess } from '../../src/core/measure/camera-guess.ts';
import { raiseOf } from '../../src/core/measure/leg-raise.ts';
import { guessedPriors } from '../../src/core/measure/camera-priors.ts';
import { kneeInPlane, raiseOnFloor } from '../../src/core/measure/in-plane.ts';
import { guessedView } from '../../src/core/measure/rectify.ts';
import { doAgree, sidedAlike } from '../../src/core/measure/still.ts';
import { withSecondLook } from '../../src/core/measure/second-look.ts';
import { framesOf, type TrialFrames } from '../../src/core/measure/trial-frames.ts';
import { estimate } from '../../src/core/measure/uncertainty.ts';
import { protocolOf } from '../../src/core/protocol/catalogue.ts';
import { shownAngle } from '../../src/core/protocol/sample.ts';
import { median } from '../../src/core/signal/robust.ts';
import type { Subject } from './dataset.ts';
import {
  evaluate,
  leaveOneBodyOut,
  mean,
  regress,
  rms,
  robustSd,
  type Coefficients,
  type Observation,
} from './fit.ts';
import { trueValue } from './truth.ts';
import { trueView } from './true-view.ts';
import type { Quantity } from '../../src/core/protocol/protocol.ts';

/** What both models saw of each subject, by id. */
export type Recordings = Readonly<
  Record<string, { readonly sightings: readonly Sighting[]; readonly second: readonly Sighting[] }>
>;

/** What a fit found: the numbers of calibration-table.ts, and the lines that say how well they do. */
export interface Calibration {
  readonly cameraModel: CameraModel;
  readonly curves: Readonly<Record<CurveKey, Curve>>;
  readonly stillLean: {
    readonly intercept: number;
    readonly slopes: { readonly trunk: number; readonly knee: number };
  };
  readonly standingLean: number;
  readonly thighShare: number;
  readonly oneLookFactor: number;
  readonly usualFitSd: number;
  readonly lines: readonly string[];
}

/**
 * Chosen: features that are one another's likeness share their weight; a ridge of one observation changes
 * no error by more than 0.1 degrees and keeps single slopes small.
 */
const ridge = 1;

/** Chosen: from fewer errors than this no spread is read; those of the further observations count too. */
const fewest = 5;

/** Chosen: from so many errors on, a robust spread means something. */
const many = 20;

/** Chosen: a curve with few trials stays near the straight identity. */
const curveRidge = 4;

const yawFeatures = [
  'shoulders-along',
  'hips-along',
  'shoulders-along-space',
  'trunk-away-space',
] as const;
const pitchFeatures = [
  'shoulders-above',
  'hips-above',
  'shoulders-above-space',
  'trunk-above-space',
  'trunk-away-space',
] as const;

/** An angle as read off a pose, in degrees. */
type AngleReading = (pose: Pose, side: BodySide, facing: Facing) => number;

interface Case {
  readonly subject: Subject;
  readonly body: string;
  /** The frames of a trial that could be cut; null for pictures. */
  readonly frames: TrialFrames | null;
  /** The looks at a picture, or the resting poses of a trial; near-side labels right. */
  readonly poses: readonly Pose[];
  readonly facing: 1 | -1;
}

export function calibrate(subjects: readonly Subject[], recordings: Recordings): Calibration {
  const cases = subjects.flatMap((subject) => {
    const { sightings, second } = recordings[subject.id] ?? { sightings: [], second: [] };
    return caseOf(subject, withSecondLook(sightings, second));
  });
  const plain = subjects.flatMap((subject) =>
    caseOf(subject, recordings[subject.id]?.sightings ?? []),
  );
  const lines: string[] = [];
  const camera = fitCamera(cases, lines);
  const curves: Partial<Record<CurveKey, Curve>> = {};
  const add = (key: CurveKey, made: Curve): void => void (curves[key] = made);

  const raisesOf = (of: readonly Case[]) =>
    select(of, 'slr', 'trial').map((each) => ({
      ...each,
      raise: raiseOf(each.frames as TrialFrames, camera.guessOf(each)),
    }));
  const observed = (of: ReturnType<typeof raisesOf>): Observation[] =>
    of.map((each) => observe(each, 'leg-raise', each.raise.angle));
  const raises = raisesOf(cases);
  const twice = fitCurve('leg-raise', observed(raises), 1, lines);
  const once = fitCurve('leg-raise, one look', observed(raisesOf(plain)), 1, lines);
  add('leg-raise', twice);

  /** The camera as guessed by what other bodies tell. */
  const viewOf = (each: Case): View => guessedView(guessedPriors(camera.guessOf(each)));
  const planeKnee = (each: Case): AngleReading => {
    const view = viewOf(each);
    return (pose, side, facing) => kneeInPlane(pose, side, facing, view);
  };
  const stills = select(cases, 'slr', 'still').filter(isNear);
  add(
    'leg-raise-still',
    fitCurve(
      'leg-raise-still',
      stills.map((each) =>
        observe(
          each,
          'leg-raise',
          raiseOnFloor(each.poses, nearSide(each.facing), each.facing, viewOf(each)),
        ),
      ),
      1,
      lines,
    ),
  );

  const knees = (test: string, kind: 'still' | 'trial'): Observation[] =>
    select(cases, test, kind)
      .filter(isNear)
      .map((each) => observe(each, 'knee-flexion', held(each, planeKnee(each))));
  add(
    'knee-lying',
    fitShared('knee-lying', knees('slr', 'trial'), knees('slr', 'still'), 1, lines),
  );
  add(
    'knee-lying-still',
    fitShared('knee-lying-still', knees('slr', 'still'), knees('slr', 'trial'), 1, lines),
  );
  add(
    'knee-straightening',
    fitShared('knee-straightening', knees('ake', 'trial'), knees('ake', 'still'), 1, lines),
  );
  add(
    'knee-straightening-still',
    fitShared('knee-straightening-still', knees('ake', 'still'), knees('ake', 'trial'), 1, lines),
  );

  const trunks = (kind: 'still' | 'trial'): Observation[] =>
    select(cases, 'forward-bend', kind).map((each) =>
      observe(each, 'trunk-inclination', held(each, trunkInclination)),
    );
  add(
    'trunk-inclination',
    fitShared('trunk-inclination', trunks('trial'), trunks('still'), 2, lines),
  );
  add(
    'trunk-inclination-still',
    fitShared('trunk-inclination-still', trunks('still'), trunks('trial'), 2, lines),
  );
  const trunk = curves['trunk-inclination'] as Curve;
  const corrected = (x: number): number =>
    trunk.coefficients[0] + trunk.coefficients[1] * x + (trunk.coefficients[2] * x * x) / 100;

  const bends = select(cases, 'forward-bend', 'trial');
  const kneeChanges = bends.map((each) =>
    observe(each, 'knee-flexion', held(each, kneeFlexion) - rested(each, kneeFlexion)),
  );
  add('knee-standing', fitCurve('knee-standing', kneeChanges, 1, lines));
  const standingKnees = select(cases, 'forward-bend', 'still').map((each) =>
    observe(each, 'knee-flexion', held(each, kneeFlexion)),
  );
  add('knee-standing-still', fitCurve('knee-standing-still', standingKnees, 1, lines));

  const standing = select(cases, 'forward-bend', 'still');
  const leanOf = ({ subject }: Case): number =>
    (trueValue(subject, 'trunk-inclination') as number) -
    (trueValue(subject, 'hip-flexion') as number);
  // Pictures are the many: they tell how much of a thigh's lean is true.
  const shareOf = (some: readonly Case[]): number =>
    regress(
      some.map((each) => ({
        body: each.body,
        truth: leanOf(each),
        features: [held(each, thighLean)],
      })),
      ridge,
    )[1] as number;
  const shareWithout = (body: string): number =>
    shareOf(standing.filter((each) => each.body !== body));
  const moved = (each: Case): number => held(each, thighLean) - rested(each, thighLean);
  const thighShare = shareOf(standing);
  const standingLean = median(bends.map((each) => leanOf(each) - thighShare * moved(each)));
  const hips = bends.map((each) =>
    observe(
      each,
      'hip-flexion',
      corrected(held(each, trunkInclination)) -
        standingLean -
        shareWithout(each.body) * moved(each),
    ),
  );
  add('hip-flexion', fitCurve('hip-flexion', hips, 0, lines));
  const stillLeans = standing.map((each): Observation => ({
    body: each.body,
    features: [corrected(held(each, trunkInclination)), held(each, kneeFlexion)],
    truth: leanOf(each),
  }));
  const leanFit = (others: readonly Observation[]): Coefficients => regress(others, ridge);
  const lean = leanFit(stillLeans);
  const leanErrors = leaveOneBodyOut(stillLeans, leanFit);
  const hipStills = standing.map((each, i) =>
    observe(
      each,
      'hip-flexion',
      ((stillLeans[i] as Observation).features[0] as number) -
        ((stillLeans[i] as Observation).truth + (leanErrors[i] as number)),
    ),
  );
  add('hip-flexion-still', fitCurve('hip-flexion-still', hipStills, 0, lines));

  const seated = (kind: 'still' | 'trial'): Observation[] =>
    select(cases, 'chair-reach', kind)
      .filter(isNear)
      .map((each) =>
        observe(
          each,
          'hip-flexion',
          corrected(held(each, trunkInclination)) - seatedLegShare * held(each, legLean),
        ),
      );
  add(
    'hip-flexion-seated',
    fitShared('hip-flexion-seated', seated('still'), seated('trial'), 1, lines),
  );

  const seatedKnees = (['still', 'trial'] as const).flatMap((kind) =>
    select(cases, 'chair-reach', kind)
      .filter(isNear)
      .map((each) => observe(each, 'knee-flexion', held(each, kneeFlexion))),
  );
  add('knee-seated', fitCurve('knee-seated', seatedKnees, 1, lines));

  const missing = curveKeys.filter((key) => !curves[key]);
  if (missing.length > 0) throw new Error(`No data to fit ${missing.join(', ')}.`);
  return {
    cameraModel: camera.model,
    curves: curves as Record<CurveKey, Curve>,
    stillLean: {
      intercept: lean[0] as number,
      slopes: { trunk: lean[1] as number, knee: lean[2] as number },
    },
    standingLean,
    thighShare,
    oneLookFactor: Math.max(1, once.sd / twice.sd),
    usualFitSd: median(raises.map(({ raise }) => raise.sd)),
    lines,
  };
}

function caseOf(subject: Subject, sightings: readonly Sighting[]): readonly Case[] {
  const { step, kind, truth } = subject;
  const found = sightings.flatMap(({ pose }) => (pose ? [pose] : []));
  if (found.length === 0) return [];
  const body = truth.body?.id ?? subject.id;
  if (kind === 'still') {
    const { facing, poses } = sidedAlike(found, step.test);
    const side = step.side ?? nearSide(facing);
    const shown = poses.map((pose) => shownAngle(pose, side, facing, step.test));
    return doAgree(shown) ? [{ subject, body, frames: null, poses, facing }] : [];
  }
  const frames = framesOf(sightings, step);
  return typeof frames === 'string'
    ? []
    : [{ subject, body, frames, poses: frames.rest, facing: frames.facing }];
}

function fitCamera(cases: readonly Case[], lines: string[]) {
  const lying = cases.flatMap((each) => {
    const view = trueView(each.subject.truth);
    const isLying = protocolOf(each.subject.step.test).posture === 'lying';
    return view && isLying && isMeasurable(each.poses[0] as Pose, nearSide(each.facing))
      ? [{ ...each, view }]
      : [];
  });
  const observations = (angle: 'yaw' | 'pitch', of: typeof lying): Observation[] =>
    of.map((each) => {
      const all = each.poses.map((pose) => featuresOf(pose, each.facing));
      const names = angle === 'yaw' ? yawFeatures : pitchFeatures;
      return {
        body: each.body,
        truth: each.view[angle],
        features: names.map((name) => median(all.map((one) => one[name]))),
      };
    });
  const modelOf = (of: typeof lying): CameraModel => {
    const [yaw, pitch] = [
      regress(observations('yaw', of), ridge),
      regress(observations('pitch', of), ridge),
    ];
    return { yaw: named(yaw, yawFeatures), pitch: named(pitch, pitchFeatures) };
  };
  for (const angle of ['yaw', 'pitch'] as const) {
    const errors = leaveOneBodyOut(observations(angle, lying), (others) => regress(others, ridge));
    lines.push(`camera ${angle}`.padEnd(28) + figures(errors));
  }
  const perBody = new Map<string, CameraModel>();
  const guessOf = (each: Case): CameraGuess => {
    const model = perBody.get(each.body) ?? modelOf(lying.filter(({ body }) => body !== each.body));
    perBody.set(each.body, model);
    return guessCamera(each.poses, each.facing, model);
  };
  return { model: modelOf(lying), guessOf };
}

function named(
  coefficients: Coefficients,
  names: readonly (typeof cameraFeatures)[number][],
): CameraModel['yaw'] {
  return {
    intercept: coefficients[0] as number,
    slopes: Object.fromEntries(names.map((name, i) => [name, coefficients[i + 1] as number])),
  };
}

/** Fits a curve of degree 0 (offset), 1 or 2 near the identity; `sd` from leaving bodies out. */
function fitCurve(
  key: string,
  observations: readonly Observation[],
  degree: 0 | 1 | 2,
  lines: string[],
): Curve {
  return fitShared(key, observations, [], degree, lines);
}

/** The same with further observations to fit on, which do not count for `sd`. */
function fitShared(
  key: string,
  scored: readonly Observation[],
  more: readonly Observation[],
  degree: 0 | 1 | 2,
  lines: string[],
): Curve {
  const powers = (o: Observation): Observation => {
    const x = o.features[0] as number;
    return { ...o, features: degree === 2 ? [x, (x * x) / 100] : [x] };
  };
  const prior = degree === 2 ? [0, 1, 0] : [0, 1];
  const weight = degree === 0 ? 1e6 : curveRidge;
  const fit = (some: readonly Observation[]): Coefficients => regress(some, weight, prior);
  const [own, others] = [scored.map(powers), more.map(powers)];
  const all = [...own, ...others];
  const outsider = (one: Observation): number =>
    evaluate(fit(all.filter(({ body }) => body !== one.body)), one.features) - one.truth;
  const errors = own.map(outsider);
  lines.push(`${key.padEnd(28)}${figures(errors)}  cover ${coverage(own, errors)}`);
  const coefficients = fit(all);
  const measured = all.map(({ features }) => features[0] as number);
  return {
    coefficients: [coefficients[0] as number, coefficients[1] as number, coefficients[2] ?? 0],
    from: Math.min(...measured),
    to: Math.max(...measured),
    sd: spreadOf(own.length < fewest ? all.map(outsider) : errors),
    n: own.length,
  };
}

/**
 * The error's standard deviation on new bodies. From few errors the plain figure; from many one that gives 95 % of
 * them where it says so, as errors of a model are no normal ones: 95 % of them lie within 1.96 times of it, 68 %
 * within one. Times sqrt((n + 1) / (n - 1)) for the smallness of the sample.
 */
function spreadOf(errors: readonly number[]): number {
  const n = errors.length;
  const factor = Math.sqrt((n + 1) / (n - 1));
  if (n < many) return rms(errors) * factor;
  const sizes = errors.map(Math.abs).sort((a, b) => a - b);
  const outer = (sizes[Math.ceil(0.95 * n) - 1] as number) / 1.96;
  return Math.max(robustSd(errors), outer) * factor;
}

/**
 * Share of the errors inside of the 95 % that would be stated of each body by the errors of the others alone;
 * the unrest of a hold and what a fit does not know come on top. In percent.
 */
function coverage(observations: readonly Observation[], errors: readonly number[]): string {
  const inside = errors.filter((error, i) => {
    const others = errors.filter((_, k) => observations[k]?.body !== observations[i]?.body);
    const { halfWidth95 } = estimate(0, [spreadOf(others)]);
    return Math.abs(error) <= halfWidth95;
  });
  return `${String(Math.round((100 * inside.length) / errors.length)).padStart(3)} %`;
}

function select(cases: readonly Case[], test: string, kind: 'still' | 'trial'): readonly Case[] {
  return cases.filter(({ subject }) => subject.step.test === test && subject.kind === kind);
}

function isNear({ subject, facing }: Case): boolean {
  return subject.step.side === nearSide(facing);
}

function observe(each: Case, quantity: Quantity, measured: number): Observation {
  return {
    body: each.body,
    features: [measured],
    truth: trueValue(each.subject, quantity) as number,
  };
}

function held({ frames, poses, facing }: Case, angle: AngleReading): number {
  return median((frames?.hold ?? poses).map((pose) => angle(pose, nearSide(facing), facing)));
}

function rested({ frames, facing }: Case, angle: AngleReading): number {
  return median((frames as TrialFrames).rest.map((pose) => angle(pose, nearSide(facing), facing)));
}

function figures(errors: readonly number[]): string {
  const size = (value: number): string => value.toFixed(2).padStart(6);
  return `n ${String(errors.length).padStart(3)}  MAE ${size(mean(errors.map(Math.abs)))}  bias ${size(mean(errors))}  sd ${size(rms(errors))}  robust ${size(robustSd(errors))}  max ${size(Math.max(...errors.map(Math.abs)))}`;
}
