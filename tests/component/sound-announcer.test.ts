import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { Announcer } from '../../src/app/announcer.svelte.ts';
import { Settings } from '../../src/app/settings.svelte.ts';
import { Tones } from '../../src/app/tones.ts';
import { Voice } from '../../src/app/voice.ts';
import type { Situation } from '../../src/core/guidance/situation.ts';
import { protocolOf } from '../../src/core/protocol/catalogue.ts';
import { advance, startPhase } from '../../src/core/protocol/machine.ts';
import { sampleOf } from '../../src/core/protocol/sample.ts';
import { refusal } from '../../src/core/session/trial.ts';
import { goodRaise } from '../helpers/recorded.ts';
import { ScriptedSpeech, voiceOf } from '../helpers/scripted-speech.ts';

const step = { test: 'slr', side: 'right' } as const;
const over: Situation = { at: 'over', isByPain: false };
const refused: Situation = {
  ...{ at: 'trial', step, isPractice: false, phase: startPhase, mark: null },
  notice: refusal('knee-bent'),
};

/** What a recorded raise tells, frame by frame. */
function raise(announcer: Announcer): void {
  let phase = startPhase;
  for (const sighting of goodRaise) {
    phase = advance(phase, sampleOf(sighting, step), protocolOf('slr'));
    const angle = 'angle' in phase ? phase.angle : null;
    const now: Situation = {
      at: 'trial',
      step,
      isPractice: false,
      phase,
      notice: null,
      mark: null,
    };
    announcer.hear(now, angle, sighting.capturedAt);
  }
}

/** An announcer with a voice whose end the test tells, on a device that keeps its tones to itself. */
function setup() {
  const speech = new ScriptedSpeech(voiceOf('en-GB'));
  const settings = new Settings(null);
  const voice = new Voice(speech, () => 'en', document);
  return { announcer: new Announcer(voice, mutedTones(), settings), settings, speech };
}

function mutedTones(): Tones {
  return new Tones(() => {
    throw new Error('No Web Audio');
  });
}

const played = vi.spyOn(Tones.prototype, 'play');
const followed = vi.spyOn(Tones.prototype, 'follow');

beforeEach(() => {
  played.mockClear();
  followed.mockClear();
});

/** The shares that the tone was to follow. */
function shares(): readonly number[] {
  return followed.mock.calls.flatMap(([share]) => share ?? []);
}

describe('A person in front of the camera', () => {
  test('is led through a raise by the voice, and hears the leg rise', () => {
    const { announcer, speech } = setup();
    onTestFinished(announcer.attend(true));
    raise(announcer);
    expect(speech.words).toContain('Raise your right leg slowly.');
    expect(Math.max(...shares())).toBeGreaterThan(0.6);
  });

  test('hears that a repetition does not count, once', () => {
    const { announcer, speech } = setup();
    onTestFinished(announcer.attend(true));
    announcer.hear(refused, null, 0);
    announcer.hear(refused, null, 67);
    expect(speech.words).toEqual(['Not counted: your knee bent.']);
    expect(played.mock.calls).toEqual([['refused']]);
  });

  test('who mutes it hears nothing more, and the screen reader goes on', () => {
    const { announcer, settings, speech } = setup();
    onTestFinished(announcer.attend(true));
    announcer.hear(over, null, 0);
    settings.toggleSound();
    announcer.hear(refused, null, 67);
    expect([speech.words.length, speech.cancelled]).toEqual([1, 1]);
    expect(announcer.spoken.words).toBe('Not counted: your knee bent.');
  });

  test('who wants tones alone hears no voice', () => {
    const { announcer, settings, speech } = setup();
    settings.chooseSound('tones');
    onTestFinished(announcer.attend(true));
    announcer.hear(refused, null, 0);
    expect(speech.words).toEqual([]);
    expect(played).toHaveBeenCalledOnce();
  });

  test('hears it as loud as they chose', () => {
    const { announcer, settings, speech } = setup();
    onTestFinished(announcer.attend(true));
    const volumes = (['quiet', 'normal', 'loud'] as const).map((volume, i) => {
      settings.chooseVolume(volume);
      announcer.hear(i % 2 === 0 ? over : refused, null, i * 5000);
      speech.last?.onend?.();
      return speech.last?.volume ?? 0;
    });
    expect(volumes).toEqual(volumes.toSorted((a, b) => a - b));
    expect(new Set(volumes).size).toBe(3);
  });
});

describe('A check that is left', () => {
  test('falls silent at once', () => {
    const { announcer, speech } = setup();
    const leave = announcer.attend(true);
    announcer.hear(refused, null, 0);
    leave();
    expect(speech.cancelled).toBe(1);
    expect(followed.mock.lastCall?.[0]).toBeNull();
  });

  test('and is over says so to the end', () => {
    const { announcer, speech } = setup();
    const leave = announcer.attend(true);
    announcer.hear(over, null, 0);
    leave();
    expect([speech.words, speech.cancelled]).toEqual([
      ['All done. Your result is on the screen.'],
      0,
    ]);
  });
});

test('A video is read without a sound, and told to the screen reader', () => {
  const { announcer, speech } = setup();
  onTestFinished(announcer.attend(false));
  announcer.hear(refused, null, 0);
  expect(speech.words).toEqual([]);
  expect(announcer.spoken.words).toBe('Not counted: your knee bent.');
});

test('With no voice installed every cue is still told, one after the other', () => {
  const settings = new Settings(null);
  const voice = new Voice(null, () => 'en', document);
  const announcer = new Announcer(voice, mutedTones(), settings);
  onTestFinished(announcer.attend(true));
  raise(announcer);
  expect(announcer.spoken.words).toBe('And lower slowly.');
});

test('Who chooses how loud it is hears it at once', async () => {
  const { announcer, settings, speech } = setup();
  await announcer.sample();
  expect(speech.words).toEqual(['Got it. 72 degrees.']);
  settings.chooseSound('off');
  await announcer.sample();
  expect([speech.words.length, played.mock.calls.length]).toEqual([1, 1]);
});
