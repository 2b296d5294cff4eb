import fc from 'fast-check';
import { GuidedStep } from '../../src/app/guided-step.ts';
import { StepRun } from '../../src/app/step-run.ts';
import { setUpProblems, type SetUpView } from '../../src/core/coach/set-up-view.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { pauses, type Outcome, type Situation } from '../../src/core/guidance/situation.ts';
import type { TrialPhase } from '../../src/core/protocol/phase.ts';
import {
  faults,
  refusalReasons,
  testIds,
  viewProblems,
  type Step,
} from '../../src/core/protocol/protocol.ts';
import { refusal, sensations, type Mark, type Trial } from '../../src/core/session/trial.ts';
import { within } from './arbitrary.ts';
import { noLook } from './no-look.ts';
import type { Recorded } from './replay.ts';

/** A situation at a frame's own time, in milliseconds. */
export interface Told {
  readonly at: number;
  readonly now: Situation;
}

/** What a person who does a recorded trial is told by, frame by frame, `times` times over. */
export async function situationsOf(
  { sightings, step }: Recorded,
  times = 1,
  practises = false,
): Promise<Told[]> {
  const run = new StepRun(step, noLook, { practises });
  const guided = new GuidedStep(run, { restMs: 0, isLive: true, camera: null }, null);
  const told: Told[] = [];
  const length = (sightings.at(-1)?.capturedAt ?? 0) + 67;
  for (let i = 0; i < times * sightings.length && !run.isOver; i += 1) {
    const sighting = sightings[i % sightings.length]!;
    const at = sighting.capturedAt + Math.floor(i / sightings.length) * length;
    guided.take({ ...sighting, capturedAt: at });
    await guided.settle();
    told.push({ at, now: guided.situation });
  }
  return told;
}

const anyStep: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom(...testIds), fc.constantFrom('left' as const, 'right' as const))
  .map(([test, side]) => ({ test, side: test === 'forward-bend' ? null : side }));

const anyUnderway = fc
  .record({
    angle: within(0, 120),
    fault: fc.constantFrom(null, ...faults),
    heldEnough: fc.boolean(),
    isHolding: fc.boolean(),
  })
  .map(({ angle, fault, heldEnough, isHolding }): TrialPhase => {
    const rest = degrees(0);
    const reached = degrees(angle);
    const shared = { rest, angle: reached, fault, lastSeen: 0, since: 0, doubt: null, heldEnough };
    const where = { ...shared, peak: reached, anchor: reached, last: reached };
    return isHolding
      ? { phase: 'holding', ...where, progress: 0.5 }
      : { phase: 'moving', ...where };
  });

const anyPhase: fc.Arbitrary<TrialPhase> = fc.oneof(
  fc
    .constantFrom(...viewProblems)
    .map((problem) => ({ phase: 'positioning' as const, problem, still: null })),
  fc.constant({ phase: 'ready' as const, rest: degrees(0), lastSeen: 0 }),
  anyUnderway,
  fc.constant({ phase: 'captured' as const }),
  fc.constantFrom(...refusalReasons).map((reason) => ({ phase: 'refused' as const, reason })),
);

/** A measured trial with a number for the test itself, or without one. */
const anyMeasured: fc.Arbitrary<Trial> = fc.option(within(0, 120)).map((value) => ({
  kind: 'measured',
  side: 'left',
  quantities:
    value === null ? {} : { 'leg-raise': { value: degrees(value), halfWidth95: degrees(4) } },
  trace: [],
  camera: null,
}));

const anyNotice: fc.Arbitrary<Outcome | null> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  anyMeasured,
  fc
    .constantFrom(null, ...refusalReasons)
    .map((reason): Outcome => ({ kind: 'practised', reason })),
  fc.constantFrom(...refusalReasons).map((reason) => refusal(reason)),
);

const anyMark: fc.Arbitrary<Mark | null> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  fc.constantFrom(...sensations).map((sensation) => ({ sensation, trial: 0, angle: null })),
);

const anyView: fc.Arbitrary<SetUpView> = fc.constantFrom(null, ...setUpProblems).map((problem) => ({
  checks: { body: 'good', 'side-on': 'good', light: 'good', distance: 'good', camera: 'good' },
  problem,
  progress: 0,
}));

/** Anything that can be true of a person in a check. */
export const anySituation: fc.Arbitrary<Situation> = fc.oneof(
  fc.constant({ at: 'preparing' as const }),
  fc.record({ at: fc.constant('setting-up' as const), step: anyStep, view: anyView }),
  {
    weight: 4,
    arbitrary: fc.record({
      at: fc.constant('trial' as const),
      step: anyStep,
      isPractice: fc.boolean(),
      phase: anyPhase,
      notice: anyNotice,
      mark: anyMark,
    }),
  },
  fc.record({
    at: fc.constant('resting' as const),
    step: anyStep,
    secondsLeft: fc.nat(10),
    notice: anyNotice,
  }),
  fc.record({
    at: fc.constant('paused' as const),
    step: anyStep,
    reason: fc.constantFrom(...pauses),
  }),
  fc.record({ at: fc.constant('over' as const), isByPain: fc.boolean() }),
);
