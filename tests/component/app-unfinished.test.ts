import { describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { claimCheck, isCheckRunning } from '../../src/app/check-lock.ts';
import { UnfinishedCheck } from '../../src/app/unfinished-check.svelte.ts';
import type { HeldMoment } from '../../src/core/measure/held.ts';
import { Failure } from '../../src/core/errors.ts';
import type { Unfinished } from '../../src/core/session/unfinished.ts';
import Start from '../../src/ui/screens/Start.svelte';
import { passedPartsWith, show } from '../helpers/screens.ts';
import { legRaise, measuredTrial, sessionOn } from '../helpers/sessions.ts';
import { nameForTest, storeHere } from '../helpers/stores.ts';

const session = sessionOn(0, [{ ...legRaise(70), end: 'stopped' }]);
const cutOff: Unfinished = { session, steps: [{ test: 'slr', side: 'left' }], motions: [] };
const idle = () => Promise.resolve(false);

async function keeperOf(name: string, isRunning = idle): Promise<UnfinishedCheck> {
  const { settings } = await storeHere(name);
  return new UnfinishedCheck(() => Promise.resolve(settings), isRunning);
}

describe('A check that is under way', () => {
  test('is found again by the page that is loaded after a crash, curves and all', async () => {
    const name = nameForTest();
    const before = await keeperOf(name);
    before.remember({ ...cutOff, session: sessionOn(0, []) });
    before.remember(cutOff);
    const after = await keeperOf(name);
    await expect
      .poll(async () => {
        await after.read();
        return after.cutOff;
      })
      .toEqual(cutOff);
  });

  test("is nobody else's to go on with while it runs in another tab", async () => {
    const name = nameForTest();
    const { settings } = await storeHere(name);
    await settings.set('unfinished', cutOff);
    const other = await keeperOf(name, () => Promise.resolve(true));
    await other.read();
    expect(other.cutOff).toBeNull();
  });

  test('is known to all tabs until it ends', async () => {
    const release = claimCheck();
    await expect.poll(isCheckRunning).toBe(true);
    release();
    await expect.poll(isCheckRunning).toBe(false);
  });

  test('goes on where nothing can be stored', async () => {
    const keeper = new UnfinishedCheck(() => Promise.reject(new Failure('storage-blocked')), idle);
    keeper.remember(cutOff);
    await keeper.read();
    expect(keeper.cutOff).toBeNull();
  });

  test('can be gone on with for an hour', async () => {
    const name = nameForTest();
    const { settings } = await storeHere(name);
    await settings.set('unfinished', cutOff);
    const keeper = await keeperOf(name);
    await keeper.read();
    expect(keeper.canGoOn(session.startedAt + 59 * 60_000)).toBe(true);
    expect(keeper.canGoOn(session.startedAt + 61 * 60_000)).toBe(false);
  });
});

describe('Whoever comes back after a crash', () => {
  async function comeBack(startedAt: number) {
    const { parts, pass } = await passedPartsWith();
    const settings = await parts.history.settings();
    const trials = [measuredTrial(70)];
    const recent = { ...session, startedAt, results: [{ ...legRaise(70), trials }] };
    await settings.set('unfinished', { ...cutOff, session: recent });
    onTestFinished(() => settings.set('unfinished', null));
    await parts.unfinished.read();
    await show(Start, parts);
    return { parts, settings, pass };
  }

  const button = (name: string) => page.getByRole('button', { name });

  test('is told what is there and goes on with it', async () => {
    const { parts } = await comeBack(Date.now());
    await expect.element(page.getByText('Leg raise, left 1 of 3')).toBeVisible();
    await button('Go on').click();
    expect(parts.router.route.screen).toBe('measure');
    expect(parts.visit.request).toMatchObject({ origin: 'camera', steps: cutOff.steps });
  });

  test('whose answers were for another check goes through the gate first', async () => {
    const { parts, pass } = await comeBack(Date.now());
    parts.safety.spend(pass);
    await button('Go on').click();
    expect(parts.router.route.screen).toBe('choose');
    expect(parts.visit.state.at).toBe('idle');
  });

  test('whose new answers leave out what is still to be done can keep what there is', async () => {
    const { parts } = await comeBack(Date.now());
    await parts.safety.answer({ flags: [], readiness: ['no-lying'], pain: 0 });
    await expect.element(page.getByText('not all of its tests are open today')).toBeVisible();
    await expect.element(button('Go on')).not.toBeInTheDocument();
    await expect.element(button('Keep what was measured')).toBeVisible();
  });

  test('has the answers that it was gone on with in its session', async () => {
    const { parts, pass } = await comeBack(Date.now());
    await button('Go on').click();
    await expect.poll(() => parts.visit.state.at).toBe('measuring');
    const { state } = parts.visit;
    if (state.at === 'measuring') state.check.finish();
    await expect.poll(() => parts.history.sessions[0]?.gates).toEqual([pass.record.id]);
  });

  test('can keep what was measured, also a day later', async () => {
    const { parts, settings } = await comeBack(Date.now() - 86_400_000);
    await expect.element(button('Go on')).not.toBeInTheDocument();
    await button('Keep what was measured').click();
    await expect.poll(() => parts.history.sessions.length).toBe(1);
    expect(parts.router.route).toEqual({ screen: 'result', session: session.id });
    await expect.poll(() => settings.get('unfinished')).toBeNull();
  });

  test('finds in what is kept no held picture of the visit before', async () => {
    const { parts, pass } = await comeBack(Date.now());
    const [step] = cutOff.steps;
    const steps: Unfinished['steps'] = [step];
    const conditions = { warmUp: null, clothing: null };
    parts.visit.begin(
      { steps, origin: 'video', files: [new Blob()], firstSide: null, conditions },
      pass,
    );
    await expect.poll(() => parts.visit.state.at).toBe('over');
    const picture = await createImageBitmap(new ImageData(1, 1));
    parts.heldPictures.keep(step, 0, { picture, moment: {} as HeldMoment });
    await parts.visit.conclude(cutOff);
    expect(parts.heldPictures.of({ ...step, sessionId: session.id, trial: 0 })).toBeNull();
  });

  test('can throw it away', async () => {
    const { parts, settings } = await comeBack(Date.now());
    await button('Throw it away').click();
    await expect.element(button('Go on')).not.toBeInTheDocument();
    await expect.poll(() => settings.get('unfinished')).toBeNull();
    expect(parts.history.sessions).toEqual([]);
  });
});
