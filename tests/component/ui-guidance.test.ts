import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Settings } from '../../src/app/settings.svelte.ts';
import type { Situation } from '../../src/core/guidance/situation.ts';
import { degrees } from '../../src/core/geometry/angle.ts';
import { startPhase } from '../../src/core/protocol/machine.ts';
import { refusal, type MeasuredTrial } from '../../src/core/session/trial.ts';
import { setUpStart } from '../../src/core/coach/set-up-state.ts';
import Guidance from '../../src/ui/measure/Guidance.svelte';
import Preparing from '../../src/ui/measure/Preparing.svelte';
import SetUpGuide from '../../src/ui/measure/SetUpGuide.svelte';
import SoundControl from '../../src/ui/measure/SoundControl.svelte';
import Data from '../../src/ui/screens/Data.svelte';
import { partsWith, show } from '../helpers/screens.ts';

const step = { test: 'slr', side: 'right' } as const;
const trial = {
  at: 'trial',
  step,
  isPractice: false,
  phase: startPhase,
  notice: null,
  mark: null,
} as const;
const measured: MeasuredTrial = {
  kind: 'measured',
  side: 'right',
  quantities: { 'leg-raise': { value: degrees(72.4), halfWidth95: degrees(4) } },
  trace: [],
  camera: null,
};

async function guide(situation: Situation, angle: number | null = null, words = '') {
  await show(Guidance, await partsWith(), { situation, angle, spoken: { words } });
}

describe('The guidance', () => {
  test('shows what to do in giant words, and the number', async () => {
    await guide({ ...trial, phase: { phase: 'ready', rest: degrees(0), lastSeen: 0 } }, 41.6);
    const words = page.getByText('Raise right leg');
    await expect.element(words).toBeVisible();
    const number = page.getByText('42°').element();
    const size = parseFloat(getComputedStyle(number).fontSize);
    expect(size).toBeGreaterThanOrEqual(innerHeight * 0.18);
  });

  test('shows what was measured when a repetition is captured', async () => {
    await guide({ ...trial, notice: measured });
    await expect.element(page.getByText('Got it')).toBeVisible();
    await expect.element(page.getByText('72°')).toBeVisible();
  });

  test('shows no number that stood when the check was paused', async () => {
    await guide({ at: 'paused', step, reason: 'person' }, 41.6);
    await expect.element(page.getByText('Paused')).toBeVisible();
    await expect.element(page.getByText('42°')).not.toBeInTheDocument();
  });

  test('counts down the seconds of a rest, once the last outcome has been told', async () => {
    const resting = { at: 'resting', step, secondsLeft: 6.2 } as const;
    await guide({ ...resting, notice: null });
    await expect.element(page.getByText('Rest')).toBeVisible();
    await expect.element(page.getByText('7', { exact: true })).toBeVisible();
  });

  test('tells a refusal by words beside its colour', async () => {
    await guide({ ...trial, notice: refusal('knee-bent') });
    await expect.element(page.getByText('Knee bent. Again')).toBeVisible();
  });

  test('lets the screen reader say what the voice says, and not the number that moves', async () => {
    await guide(trial, 41.6, 'Keep your knee straight.');
    const status = page.getByRole('status');
    await expect.element(status).toHaveTextContent(/^Keep your knee straight\.$/);
    await expect.element(status).toHaveAttribute('aria-live', 'assertive');
    expect(page.getByText('42°').element().getAttribute('aria-hidden')).toBe('true');
  });
});

/*
 * A laptop's screen is some 190 mm high. Who sees half as sharply as most reads letters of 9 mm from 3 m (10 minutes
 * of arc): capitals of 0.67 of the font size, so a font of 7 % of the height. More than that is asked for, so that
 * a picture of 1280 x 720 shrunk to 15 % still shows letters: capitals of 8 pixels at 11 %, numerals of 13 at 18 %.
 */
describe('What has to be read from three metres', () => {
  const height = 720;
  const least = { instruction: 0.11 * height, number: 0.18 * height };

  async function onLaptop(): Promise<void> {
    const before = [innerWidth, innerHeight] as const;
    await page.viewport(1280, height);
    onTestFinished(() => page.viewport(...before));
  }

  function sizeOf(words: string): number {
    return parseFloat(getComputedStyle(page.getByText(words, { exact: true }).element()).fontSize);
  }

  test('are the instruction and the number of a repetition', async () => {
    await onLaptop();
    await guide({ ...trial, phase: { phase: 'ready', rest: degrees(0), lastSeen: 0 } }, 41.6);
    expect(sizeOf('Raise right leg')).toBeGreaterThanOrEqual(least.instruction);
    expect(sizeOf('42°')).toBeGreaterThanOrEqual(least.number);
  });

  test('is what to mend before it', async () => {
    await onLaptop();
    const view = { ...setUpStart.view, problem: 'feet-out' } as const;
    await show(SetUpGuide, await partsWith(), { view, step, isMirrored: true });
    expect(sizeOf('Show your feet')).toBeGreaterThanOrEqual(least.instruction);
  });

  test('is that the camera has to be allowed', async () => {
    await onLaptop();
    await show(Preparing, await partsWith(), { share: 0.5, isWaiting: true });
    expect(sizeOf('Allow the camera')).toBeGreaterThanOrEqual(least.instruction);
  });
});

describe('The sound control', () => {
  test('mutes by button and by the key M, and back to what was heard before', async () => {
    const parts = await partsWith();
    parts.settings.chooseSound('tones');
    await show(SoundControl, parts);
    await page.getByRole('button', { name: 'Mute (M)', exact: true }).click();
    expect(parts.settings.sound).toBe('off');
    await userEvent.keyboard('m');
    expect(parts.settings.sound).toBe('tones');
    await userEvent.keyboard('{Control>}m{/Control}');
    expect(parts.settings.sound).toBe('tones');
  });

  test('leaves the key M alone where keys are switched off, and does not speak of it', async () => {
    const parts = await partsWith();
    parts.settings.useKeys(false);
    await show(SoundControl, parts);
    await userEvent.keyboard('m');
    expect(parts.settings.sound).toBe('all');
    await page.getByRole('button', { name: 'Mute', exact: true }).click();
    expect(parts.settings.sound).toBe('off');
    await expect.element(page.getByRole('button', { name: 'Unmute', exact: true })).toBeVisible();
  });

  test('makes it louder, step by step and round again, by the keyboard too', async () => {
    const parts = await partsWith();
    await show(SoundControl, parts);
    await page.getByRole('button', { name: 'Volume: Normal' }).click();
    expect(parts.settings.volume).toBe('loud');
    await userEvent.keyboard('{Enter}');
    expect(parts.settings.volume).toBe('quiet');
    await expect.element(page.getByRole('button', { name: 'Volume: Quiet' })).toHaveFocus();
  });

  test('has no volume while it is muted', async () => {
    const parts = await partsWith();
    parts.settings.toggleSound();
    await show(SoundControl, parts);
    await expect.element(page.getByRole('button', { name: 'Unmute (M)' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /Volume/ })).not.toBeInTheDocument();
  });
});

describe('Your data', () => {
  test('has the sound and its volume, which are kept on the device', async () => {
    const parts = await partsWith();
    await show(Data, parts);
    await page.getByRole('radio', { name: 'Loud' }).click();
    await page.getByRole('radio', { name: 'Tones only' }).click();
    expect([parts.settings.sound, parts.settings.volume]).toEqual(['tones', 'loud']);
    await page.getByRole('group', { name: 'Sound' }).getByRole('radio', { name: 'Off' }).click();
    await expect.element(page.getByRole('radio', { name: 'Loud' })).not.toBeInTheDocument();
  });

  test('has a switch for the keys of a check', async () => {
    const parts = await partsWith();
    await show(Data, parts);
    const keys = page.getByRole('group', { name: 'Keys during a check' });
    await expect.element(keys.getByRole('radio', { name: 'On' })).toBeChecked();
    await keys.getByRole('radio', { name: 'Off' }).click();
    expect(parts.settings.keys).toBe(false);
    await expect.element(page.getByText('only Escape is left')).toBeVisible();
  });
});

describe('The settings', () => {
  test('remember what is heard and how loud, and whether keys are commands', () => {
    const shelf = new Map<string, string>();
    const kept = {
      getItem: (key: string) => shelf.get(key) ?? null,
      setItem: (key: string, value: string) => shelf.set(key, value),
    };
    const settings = new Settings(kept);
    settings.chooseSound('tones');
    settings.chooseVolume('loud');
    expect([new Settings(kept).sound, new Settings(kept).volume]).toEqual(['tones', 'loud']);
    expect(settings.keys).toBe(true);
    settings.useKeys(false);
    expect(new Settings(kept).keys).toBe(false);
    settings.toggleSound();
    const muted = new Settings(kept);
    expect(muted.sound).toBe('off');
    muted.toggleSound();
    expect(muted.sound).toBe('all');
  });

  test('go back to the usual where what was kept makes no sense', () => {
    const settings = new Settings({ getItem: () => 'deafening', setItem: () => undefined });
    expect([settings.sound, settings.volume, settings.keys]).toEqual(['all', 'normal', true]);
  });
});
