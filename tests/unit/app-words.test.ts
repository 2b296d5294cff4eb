import { describe, expect, test } from 'vitest';
import { cueOf } from '../../src/app/cue-words.ts';
import { failureWords } from '../../src/app/failure-words.ts';
import { refusalText, shortRefusalWords } from '../../src/app/refusal-words.ts';
import { failureCodes } from '../../src/core/errors.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
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

function wordsFor(phase: Parameters<typeof cueOf>[0], step: Step = rightLeg): string {
  return cueOf(phase, step, null).words;
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
    const { words, tone } = cueOf({ phase: 'positioning', problem, still: null }, rightLeg, null);
    expect(words.split(' ').length).toBeLessThanOrEqual(3);
    expect(tone).toBe('plain');
  });

  test.each(faults)('names %s at once, in three words at most', (fault) => {
    const { words, tone } = cueOf({ ...moving, fault }, rightLeg, null);
    expect(words.split(' ').length).toBeLessThanOrEqual(3);
    expect(tone).toBe('warning');
  });

  test.each(refusalReasons)('tells of a refusal (%s) in three words at most', (reason) => {
    expect(shortRefusalWords[reason]().split(' ').length).toBeLessThanOrEqual(3);
  });

  test('tells nobody to step into view before a frame has been looked at', () => {
    expect(wordsFor(startPhase)).toBe('Getting ready');
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

  test('tells how the last repetition went before it asks for the next', () => {
    const refused = { kind: 'refused', reason: 'knee-bent', amount: null } as const;
    expect(cueOf(startPhase, rightLeg, refused)).toEqual({
      words: 'Knee bent. Again',
      tone: 'warning',
    });
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
