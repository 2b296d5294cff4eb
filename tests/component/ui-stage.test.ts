import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Parts } from '../../src/app/assemble.ts';
import type { Check } from '../../src/app/check.svelte.ts';
import type { Sighting } from '../../src/core/body/pose.ts';
import { untoldConditions } from '../../src/core/session/set-up.ts';
import { startPhase } from '../../src/core/protocol/machine.ts';
import { fitOf } from '../../src/ui/measure/fit.ts';
import { Painter } from '../../src/ui/measure/painter.ts';
import Measure from '../../src/ui/screens/Measure.svelte';
import Trouble from '../../src/ui/measure/Trouble.svelte';
import { goodRaise } from '../helpers/recorded.ts';
import { partsWith, passedPartsWith, show } from '../helpers/screens.ts';

const rightLeg = {
  steps: [{ test: 'slr', side: 'right' }],
  files: [],
  firstSide: null,
  conditions: untoldConditions,
} as const;

describe('Measuring', () => {
  test('ends on the stored result without a touch', async () => {
    const { parts, pass } = await passedPartsWith();
    parts.visit.begin({ ...rightLeg, origin: 'video', files: [new Blob()] }, pass);
    parts.router.go({ screen: 'measure' });
    await show(Measure, parts);
    await expect.poll(() => parts.router.route.screen).toBe('result');
    const [session] = parts.history.sessions;
    expect(parts.router.route).toEqual({ screen: 'result', session: session?.id });
    expect(session?.results[0]?.estimate).not.toBeNull();
  });

  test('says the instruction aloud and shows where the person is', async () => {
    const { parts, pass } = await passedPartsWith();
    parts.visit.begin({ ...rightLeg, origin: 'camera' }, pass);
    parts.router.go({ screen: 'measure' });
    await show(Measure, parts);
    const instruction = page.getByRole('status');
    await expect.element(instruction).toHaveAttribute('aria-live', 'assertive');
    await expect.element(page.getByText('Right leg, 2 of 3')).toBeVisible();
  });

  test('that is finished by hand keeps what was measured', async () => {
    const { parts, pass } = await passedPartsWith();
    parts.visit.begin({ ...rightLeg, origin: 'camera' }, pass);
    parts.router.go({ screen: 'measure' });
    await show(Measure, parts);
    await expect.element(page.getByText('Right leg, 2 of 3')).toBeVisible();
    await page.getByRole('button', { name: 'Finish' }).click();
    await expect.poll(() => parts.router.route.screen).toBe('result');
    expect(parts.history.sessions[0]?.results[0]?.trials).toHaveLength(1);
  });

  test('that is left keeps nothing', async () => {
    const { parts, pass } = await passedPartsWith();
    parts.visit.begin({ ...rightLeg, origin: 'camera' }, pass);
    parts.router.go({ screen: 'measure' });
    const { unmount } = await show(Measure, parts);
    await page.getByRole('button', { name: 'Leave without keeping anything' }).click();
    expect(parts.router.route.screen).toBe('choose');
    await unmount();
    expect(parts.visit.state.at).toBe('idle');
    expect(parts.history.sessions).toEqual([]);
  });

  test('waits on a page that is hidden from the start, and begins when it is shown', async () => {
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    onTestFinished(() => {
      visibility.mockRestore();
    });
    const { parts, pass } = await passedPartsWith();
    parts.visit.begin({ ...rightLeg, origin: 'camera' }, pass);
    parts.router.go({ screen: 'measure' });
    await show(Measure, parts);
    await expect.element(page.getByText('Paused', { exact: true })).toBeVisible();
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await expect.element(page.getByText('Right leg, 2 of 3')).toBeVisible();
  });

  test('without anything to measure asks what to measure', async () => {
    const parts = await partsWith();
    parts.router.go({ screen: 'measure' });
    await show(Measure, parts);
    expect(parts.router.route.screen).toBe('choose');
  });
});

describe('What is said of a video', () => {
  test('is told at its time in the video, however fast that is read', async () => {
    const { parts, pass } = await passedPartsWith();
    const told = new Set<string>();
    const watching = new MutationObserver(() => told.add(parts.announcer.spoken.words));
    watching.observe(document.body, { subtree: true, childList: true });
    onTestFinished(() => {
      watching.disconnect();
    });
    parts.visit.begin({ ...rightLeg, origin: 'video', files: [new Blob()] }, pass);
    parts.router.go({ screen: 'measure' });
    await show(Measure, parts);
    await expect.poll(() => parts.router.route.screen).toBe('result');
    // All that stands for a tenth of a second of the film, in the order in which it is seen.
    expect([...told].filter((words) => words !== '')).toEqual([
      'Raise your right leg slowly.',
      'Slowly up, as far as it goes.',
      'Hold still.',
      'And lower slowly.',
      expect.stringMatching(/^Got it\. \d+ degrees\.$/),
      'All done. Your result is on the screen.',
    ]);
  });
});

describe('The keys of a check', () => {
  async function checking(keys: boolean): Promise<{ parts: Parts; check: Check }> {
    const { parts, pass } = await passedPartsWith();
    parts.settings.useKeys(keys);
    parts.visit.begin({ ...rightLeg, origin: 'camera' }, pass);
    parts.router.go({ screen: 'measure' });
    await show(Measure, parts);
    await expect.element(page.getByText('Right leg, 2 of 3')).toBeVisible();
    const { state } = parts.visit;
    if (state.at !== 'measuring') throw new Error('A running check was expected');
    return { parts, check: state.check };
  }

  test('are commands wherever on the page they are pressed', async () => {
    const { check } = await checking(true);
    await userEvent.keyboard(' ');
    expect(check.situation).toMatchObject({ at: 'paused', reason: 'person' });
    await userEvent.keyboard(' ');
    expect(check.situation.at).toBe('trial');
    await userEvent.keyboard('x');
    expect(check.situation).toMatchObject({ mark: { sensation: 'stretch' } });
  });

  test('mean nothing where they are switched off, but for Escape and the buttons', async () => {
    const { parts, check } = await checking(false);
    await userEvent.keyboard(' xm{ArrowLeft}{Backspace}{Enter}');
    expect(check.situation).toMatchObject({ at: 'trial', mark: null });
    expect(parts.settings.sound).toBe('all');
    (page.getByRole('button', { name: 'Pause' }).element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    expect(check.situation).toMatchObject({ at: 'paused', reason: 'person' });
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => parts.router.route.screen).toBe('result');
    expect(parts.history.sessions[0]?.results[0]).toMatchObject({ end: 'stopped', marks: [] });
  });
});

describe('Trouble with the camera', () => {
  test('has its words and three ways on', async () => {
    const done: string[] = [];
    await show(Trouble, await partsWith(), {
      code: 'camera-denied',
      onagain: () => done.push('again'),
      onvideo: (file: File) => done.push(file.name),
      onsample: () => done.push('sample'),
    });
    await expect.element(page.getByRole('alert')).toHaveTextContent('may not use the camera');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabelText('Use a video').upload(new File(['x'], 'x.mp4'));
    await page.getByRole('button', { name: 'Try the sample' }).click();
    expect(done).toEqual(['again', 'x.mp4', 'sample']);
  });
});

describe('The painter', () => {
  function canvas(): HTMLCanvasElement {
    const made = document.createElement('canvas');
    made.style.cssText = 'position: fixed; inset: 0; width: 400px; height: 320px';
    document.body.append(made);
    onTestFinished(() => {
      made.remove();
    });
    return made;
  }

  test('draws a joint where the picture shows it, also on a stage that has changed its size', () => {
    const [picture, lines] = [canvas(), canvas()];
    const painter = new Painter(picture, lines, () => undefined);
    const sighting = goodRaise[0] as Sighting;
    const frame = new OffscreenCanvas(640, 480);
    frame.getContext('2d')?.fillRect(0, 0, 640, 480);
    painter.arrived(frame.transferToImageBitmap());
    painter.understood({ sighting, step: rightLeg.steps[0], phase: startPhase });
    expect([picture.width, picture.height]).toEqual([640, 480]);
    const knee = sighting.pose?.keypoints['right-knee'] ?? { x: 0, y: 0 };
    const alphaAtKnee = (): number | undefined => {
      const fit = fitOf(picture, { width: lines.clientWidth, height: lines.clientHeight });
      const x = (knee.x * fit.scale + fit.x) * devicePixelRatio;
      const y = (knee.y * fit.scale + fit.y) * devicePixelRatio;
      return lines.getContext('2d')?.getImageData(x, y, 1, 1).data[3];
    };
    expect(alphaAtKnee()).toBe(255);

    // A phone that is turned in a pause, in which no frame comes.
    lines.style.width = '200px';
    lines.style.height = '500px';
    painter.refit();
    expect(alphaAtKnee()).toBe(255);
  });
});

describe('The picture', () => {
  const camera = { width: 640, height: 480 };

  test('fills a screen of about its own shape', () => {
    expect(fitOf(camera, { width: 1280, height: 800 })).toMatchObject({
      mode: 'cover',
      scale: 2,
      x: 0,
    });
  });

  test('is shown whole on a phone held upright, so that head and feet are seen', () => {
    expect(fitOf(camera, { width: 360, height: 740 })).toEqual({
      mode: 'contain',
      scale: 0.5625,
      x: 0,
      y: 235,
    });
  });
});
