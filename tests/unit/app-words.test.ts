import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandIn } from '../../src/app/command-words.ts';
import { captionOf } from '../../src/app/cue-words.ts';
import { failureWords } from '../../src/app/failure-words.ts';
import { placeOf } from '../../src/app/place-words.ts';
import { refusalText } from '../../src/app/refusal-words.ts';
import { setUpAdviceWords, setUpCueWords } from '../../src/app/set-up-words.ts';
import { spokenWords } from '../../src/app/spoken-words.ts';
import { setUpProblems } from '../../src/core/coach/set-up-view.ts';
import { failureCodes } from '../../src/core/errors.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import type { Cue } from '../../src/core/guidance/cue.ts';
import { cueFor } from '../../src/core/guidance/cues.ts';
import { pauses } from '../../src/core/guidance/situation.ts';
import { protocolOf } from '../../src/core/protocol/catalogue.ts';
import { advance, startPhase } from '../../src/core/protocol/machine.ts';
import type { Holding, Moving, TrialPhase } from '../../src/core/protocol/phase.ts';
import {
  faults,
  refusalReasons,
  viewProblems,
  type Step,
} from '../../src/core/protocol/protocol.ts';
import { sampleOf } from '../../src/core/protocol/sample.ts';
import { goodRaise } from '../helpers/recorded.ts';
import { anySituation } from '../helpers/situations.ts';

const rightLeg: Step = { test: 'slr', side: 'right' };
const bend: Step = { test: 'forward-bend', side: null };
const leftKnee: Step = { test: 'ake', side: 'left' };
const reach: Step = { test: 'chair-reach', side: 'right' };

/** The phases that a recorded raise of the right leg goes through. */
const phases = goodRaise.reduce<readonly TrialPhase[]>(
  (past, sighting) => [
    ...past,
    advance(past.at(-1) ?? startPhase, sampleOf(sighting, rightLeg), protocolOf('slr')),
  ],
  [],
);

function recorded<Name extends TrialPhase['phase']>(name: Name) {
  const found = phases.find((phase) => phase.phase === name);
  if (found === undefined) throw new Error(`The recorded raise is never ${name}`);
  return found as Extract<TrialPhase, { phase: Name }>;
}

const moving: Moving = { ...recorded('moving'), fault: null, heldEnough: false };
const holding: Holding = { ...recorded('holding'), fault: null, heldEnough: false };

function cueIn(phase: TrialPhase, step: Step = rightLeg): Cue {
  return cueFor({ at: 'trial', step, isPractice: false, phase, notice: null, mark: null });
}

function wordsFor(phase: TrialPhase, step: Step = rightLeg): string {
  return captionOf(cueIn(phase, step)).words;
}

function spokenFor(phase: TrialPhase, step: Step = rightLeg): string {
  return spokenWords(cueIn(phase, step));
}

describe('Every failure', () => {
  test.each(failureCodes)('%s says what happened and what to do, without shouting', (code) => {
    const { title, advice } = failureWords[code];
    expect(title()).toMatch(/^[A-Z][^.!]+$/);
    expect(advice()).toMatch(/^[A-Z][^!]+\.$/);
  });
});

describe('The stage', () => {
  test.each(viewProblems)('asks for %s in three words at most', (problem) => {
    const { words, tone } = captionOf(cueIn({ phase: 'positioning', problem, still: null }));
    expect(words.split(' ').length).toBeLessThanOrEqual(3);
    expect(tone).toBe('plain');
  });

  test.each(faults)('names %s at once, in three words at most', (fault) => {
    const { words, tone } = captionOf(cueIn({ ...moving, fault }));
    expect(words.split(' ').length).toBeLessThanOrEqual(3);
    expect(tone).toBe('warning');
  });

  test.each(refusalReasons)('tells of a refusal (%s) in three words and "again"', (reason) => {
    const { words, tone } = captionOf({ id: 'refused', reason });
    expect(words).toMatch(/^\S+( \S+){0,2}\. Again$/);
    expect(tone).toBe('warning');
  });

  test('tells nobody to step into view before a frame has been looked at', () => {
    expect(captionOf(cueFor({ at: 'preparing' })).words).toBe('Getting ready');
  });

  test('leads through a raise of the right leg', () => {
    expect(wordsFor(recorded('ready'))).toBe('Raise right leg');
    expect(wordsFor(moving)).toBe('Slowly up');
    expect(wordsFor(holding)).toBe('Hold still');
    expect(wordsFor({ ...holding, heldEnough: true })).toBe('Lower slowly');
  });

  test('leads through a bend', () => {
    expect(wordsFor(recorded('ready'), bend)).toBe('Bend forward');
    expect(wordsFor(moving, bend)).toBe('Slowly down');
    expect(wordsFor({ ...holding, heldEnough: true }, bend)).toBe('Come up slowly');
  });

  test('leads through a knee straightening', () => {
    expect(wordsFor(recorded('ready'), leftKnee)).toBe('Straighten left knee');
    expect(wordsFor(moving, leftKnee)).toBe('Slowly straighter');
    expect(wordsFor({ ...holding, heldEnough: true }, leftKnee)).toBe('Bend knee slowly');
  });

  test('leads through a chair reach', () => {
    expect(wordsFor(recorded('ready'), reach)).toBe('Reach forward');
    expect(wordsFor(moving, reach)).toBe('Slowly forward');
    expect(wordsFor({ ...holding, heldEnough: true }, reach)).toBe('Sit up slowly');
  });

  test('does not praise a hold with a bent knee, and lets it be on the way back', () => {
    expect(wordsFor({ ...holding, heldEnough: true, fault: 'knee-bent' })).toBe('Knee straight');
    expect(wordsFor({ ...moving, heldEnough: true, fault: 'knee-bent' })).toBe('Lower slowly');
  });

  test('says that the practice is one, beside the dots of which none is begun, and what comes of it', () => {
    const { words, isScored, done } = placeOf(rightLeg, [], true);
    expect([words, isScored, done]).toEqual(['Right leg, practice', false, 0]);
    expect(placeOf(rightLeg, [], false)).toMatchObject({
      words: 'Right leg, 1 of 3',
      isScored: true,
    });
    const begin = (step: Step) => captionOf({ id: 'begin', step, isPractice: true }).words;
    expect(begin(rightLeg)).toBe('Practice: right leg up');
    expect(begin({ ...rightLeg, side: 'left' })).toBe('Practice: left leg up');
    expect(captionOf({ id: 'practised', reason: null }).tone).toBe('done');
    const unheld = captionOf({ id: 'practised', reason: 'not-held' });
    expect(unheld).toEqual({ words: 'Not held', tone: 'warning' });
  });

  test('tells how the last repetition went before it asks for the next', () => {
    const notice = { kind: 'refused', reason: 'knee-bent', amount: null } as const;
    const now = {
      at: 'trial',
      step: rightLeg,
      isPractice: false,
      phase: startPhase,
      notice,
      mark: null,
    } as const;
    expect(captionOf(cueFor(now))).toEqual({ words: 'Knee bent. Again', tone: 'warning' });
  });
});

/** One cue for everything that can be said. */
const everyCue: readonly Cue[] = [
  { id: 'pain' },
  ...pauses.map((reason): Cue => ({ id: 'paused', reason })),
  ...[true, false].map((isByPain): Cue => ({ id: 'over', isByPain })),
  ...refusalReasons.map((reason): Cue => ({ id: 'refused', reason })),
  { id: 'begin', step: rightLeg, isPractice: true },
  ...[72, null].map((angle): Cue => ({ id: 'captured', angle })),
  ...[null, ...refusalReasons].map((reason): Cue => ({ id: 'practised', reason })),
  { id: 'stretch' },
  ...faults.map((fault): Cue => ({ id: 'fault', fault })),
  ...[rightLeg, bend, leftKnee, reach].flatMap((step): Cue[] => [
    ...(['return', 'onward'] as const).map((id): Cue => ({ id, step })),
    { id: 'begin', step, isPractice: false },
    ...setUpProblems.map((problem): Cue => ({ id: 'set-up', step, problem })),
    ...viewProblems.map((problem): Cue => ({ id: 'start-position', step, problem })),
  ]),
  ...(['hold', 'set-up-holds', 'keep-still', 'rest-ends', 'rest', 'preparing'] as const).map(
    (id): Cue => ({ id }),
  ),
];

describe('The voice', () => {
  test.each(everyCue)('says $id as a short sentence, and the stage in a few words', (cue) => {
    const said = spokenWords(cue);
    expect(said).toMatch(/^[A-Z][^!]+\.$/);
    // At 60 ms a character: nothing takes longer than 6 s to say.
    expect(said.length).toBeLessThanOrEqual(100);
    expect(captionOf(cue).words.length).toBeLessThanOrEqual(22);
  });

  test('names the leg, and says the number that was measured', () => {
    expect(spokenFor(recorded('ready'))).toBe('Raise your right leg slowly.');
    expect(spokenWords({ id: 'captured', angle: 72 })).toBe('Got it. 72 degrees.');
    expect(spokenWords({ id: 'captured', angle: null })).toBe('Got it.');
    expect(spokenFor({ ...moving, fault: 'knee-bent' })).toBe('Keep your knee straight.');
  });

  test('says why a repetition does not count', () => {
    expect(spokenWords({ id: 'refused', reason: 'knee-bent' })).toBe(
      'Not counted: your knee bent.',
    );
  });

  test('says which side belongs to the camera where the step has one', () => {
    const problem = 'wrong-side';
    expect(spokenFor({ phase: 'positioning', problem, still: null })).toContain('your right side');
    expect(setUpAdviceWords(problem, leftKnee)).toContain('your left leg');
    expect(setUpAdviceWords('not-lying', rightLeg)).toContain('your right side');
    expect(spokenFor({ phase: 'positioning', problem, still: null }, bend)).toContain('other side');
  });
});

test('nothing that is said while a check goes on is a command to the one who listens', () => {
  fc.assert(
    fc.property(anySituation, (situation) => {
      const cue = cueFor(situation);
      fc.pre(cue.id !== 'over' && cue.id !== 'pain');
      expect(commandIn(spokenWords(cue))).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

describe('The set-up', () => {
  test.each(setUpProblems)('asks for %s in three words at most', (problem) => {
    expect(setUpCueWords(problem).split(' ').length).toBeLessThanOrEqual(3);
  });
});

describe('A refusal', () => {
  test('says by how much where that is what it is about', () => {
    const text = refusalText({ kind: 'refused', reason: 'knee-bent', amount: degrees(18.4) });
    expect(text).toBe('your knee bent 18°');
  });

  test.each(refusalReasons)('(%s) has a sentence that names no fault of character', (reason) => {
    const text = refusalText({ kind: 'refused', reason, amount: null });
    expect(text).toMatch(/^[a-z][^!.]+$/);
    expect(text).not.toMatch(/wrong|fail|bad|abnormal/);
  });
});
