import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Instrument, pitchOf } from '../../src/app/instrument.ts';
import { Tones } from '../../src/app/tones.ts';
import { sounds, type Sound } from '../../src/core/guidance/sounds.ts';

const rate = 44_100;

/** What is done to an instrument at a time, in seconds. */
type Play = readonly [at: number, play: (instrument: Instrument) => void];

/** What an instrument sounds like for some seconds. */
async function rendered(seconds: number, ...plays: readonly Play[]): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, seconds * rate, rate);
  const instrument = new Instrument(context);
  for (const [at, play] of plays) {
    if (at === 0) play(instrument);
    else {
      void context.suspend(at).then(() => {
        play(instrument);
        return context.resume();
      });
    }
  }
  return (await context.startRendering()).getChannelData(0);
}

function part(wave: Float32Array, from: number, to: number): Float32Array {
  return wave.subarray(from * rate, to * rate);
}

/** The pitch in hertz, by how often the wave goes up through zero. */
function pitchIn(wave: Float32Array): number {
  const ups = wave.reduce(
    (count, value, i) => count + (value > 0 && (wave[i - 1] ?? value) <= 0 ? 1 : 0),
    0,
  );
  return (ups * rate) / wave.length;
}

function loudnessOf(wave: Float32Array): number {
  return Math.sqrt(wave.reduce((sum, value) => sum + value * value, 0) / wave.length);
}

/** The greatest step from one value to the next: a click is a large one. */
function steepest(wave: Float32Array): number {
  return wave.reduce(
    (most, value, i) => Math.max(most, Math.abs(value - (wave[i - 1] ?? value))),
    0,
  );
}

describe('The tone that follows a movement', () => {
  test('rises with the angle, an octave for half of the range', async () => {
    const pitches = await Promise.all(
      [0, 0.25, 0.5, 0.75, 1].map(async (share) => {
        const wave = await rendered(1, [0, (instrument) => instrument.follow(share, false)]);
        return pitchIn(part(wave, 0.2, 1));
      }),
    );
    expect(pitches).toEqual(pitches.toSorted((a, b) => a - b));
    for (const [i, pitch] of pitches.entries()) {
      expect(pitch / pitchOf(i / 4)).toBeCloseTo(1, 1);
    }
    expect(pitches[2]! / pitches[0]!).toBeCloseTo(2, 1);
  });

  test('glides from frame to frame and never clicks', async () => {
    const frames = Array.from({ length: 30 }, (_, i): Play => {
      return [i / 15, (instrument) => instrument.follow(i / 30, false)];
    });
    const wave = await rendered(2.5, ...frames, [
      2,
      (instrument) => instrument.follow(null, false),
    ]);
    const pitches = [0.3, 0.8, 1.3, 1.8].map((at) => pitchIn(part(wave, at, at + 0.15)));
    expect(pitches).toEqual(pitches.toSorted((a, b) => a - b));
    // As steep as a triangle of the highest pitch and level, and a tenth for being made of sines.
    expect(steepest(wave)).toBeLessThan((1.1 * 4 * 0.16 * pitchOf(1)) / rate);
  });

  test('is silent while nobody moves, and softer behind the voice', async () => {
    const wave = await rendered(
      3,
      [0, (instrument) => instrument.follow(0.5, false)],
      [1, (instrument) => instrument.follow(0.5, true)],
      [2, (instrument) => instrument.follow(null, false)],
    );
    const [before, behind, after] = [0.5, 1.5, 2.5].map((at) =>
      loudnessOf(part(wave, at, at + 0.4)),
    ) as [number, number, number];
    expect(behind).toBeLessThan(before / 2);
    expect(behind).toBeGreaterThan(before / 5);
    expect(after).toBeLessThan(before / 1000);
  });
});

describe('The sounds', () => {
  test('of captured and refused differ: one rises, the other falls below it', async () => {
    const [captured, refused] = await Promise.all(
      (['captured', 'refused'] as const).map(async (sound) => {
        const wave = await rendered(1, [0, (instrument) => instrument.strike(sound)]);
        return [pitchIn(part(wave, 0.02, 0.15)), pitchIn(part(wave, 0.3, 0.5))] as const;
      }),
    );
    expect(captured![1]).toBeGreaterThan(captured![0] * 1.2);
    expect(refused![1]).toBeLessThan(refused![0] / 1.2);
    expect(Math.min(...captured!)).toBeGreaterThan(2 * Math.max(...refused!));
  });

  test.each(sounds)('%s is heard, fades away and does not clip', async (sound: Sound) => {
    const wave = await rendered(1.5, [0, (instrument) => instrument.strike(sound)]);
    expect(loudnessOf(part(wave, 0, 0.3))).toBeGreaterThan(0.05);
    expect(loudnessOf(part(wave, 1, 1.5))).toBe(0);
    expect(Math.max(...wave)).toBeLessThan(1);
  });

  test('are as loud as is chosen, and not heard at none', async () => {
    const [full, half, none] = (await Promise.all(
      [1, 0.5, 0].map(async (share) => {
        const wave = await rendered(
          1,
          [0, (instrument) => (instrument.volume = share)],
          [0.5, (instrument) => instrument.strike('captured')],
        );
        return loudnessOf(part(wave, 0.5, 1));
      }),
    )) as [number, number, number];
    expect(half / full).toBeCloseTo(0.5, 2);
    expect(none).toBeLessThan(full / 1000);
  });
});

/** A press of a button, without which no page may sound. */
async function pressed(): Promise<void> {
  const button = document.createElement('button');
  button.textContent = 'Start';
  document.body.append(button);
  onTestFinished(() => {
    button.remove();
  });
  await userEvent.click(button);
}

describe('Without sound', () => {
  test('a browser that has none is asked without harm', async () => {
    const tones = new Tones(() => {
      throw new Error('No Web Audio');
    });
    await expect(tones.unlock()).resolves.toBeUndefined();
    tones.volume = 1;
    tones.follow(0.5);
    expect(() => tones.play('captured')).not.toThrow();
  });

  test('a page that may not sound yet keeps nothing to be heard later', async () => {
    await pressed();
    const context = new AudioContext();
    onTestFinished(() => context.close());
    await context.suspend();
    const struck = vi.spyOn(Instrument.prototype, 'strike');
    onTestFinished(() => struck.mockRestore());
    const tones = new Tones(() => context);
    tones.play('captured');
    vi.spyOn(context, 'resume').mockRejectedValueOnce(new DOMException('Not yet'));
    await tones.unlock();
    tones.play('captured');
    expect(struck).not.toHaveBeenCalled();
    await tones.unlock();
    tones.play('captured');
    expect(struck).toHaveBeenCalledOnce();
  });
});
