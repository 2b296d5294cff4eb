import { expect, type Page } from '@playwright/test';
import type { Result, Session } from '../../src/core/session/session.ts';
import { clipPath, type Clip } from './fake-camera.ts';
import { storedSessions } from './stored-sessions.ts';

/** A check as it is chosen on the screen; a bend has no leg. */
export interface Wish {
  readonly test: 'Leg raise' | 'Forward bend' | 'Knee straightening';
  readonly leg?: 'Left leg' | 'Right leg';
}

/** A file that does not lie on the disk. */
interface MadeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/**
 * Answers the safety gate on the screen with no yes, as on the first time or on a later one; then the check can be
 * chosen. The heading is looked for, so that a page of the gate is never answered twice.
 */
export async function passGate(page: Page): Promise<void> {
  const none = page.getByRole('button', { name: 'None of these' });
  await expect(page.getByText('Is any of this new in the last two weeks')).toBeVisible();
  await none.click();
  await expect(page.getByRole('group', { name: 'Is any of this so?', exact: true })).toBeVisible();
  await none.click();
  const readiness = page.getByRole('group', { name: /^Readiness check/ });
  const noPain = page.getByRole('button', { name: '0', exact: true });
  await expect(readiness.or(noPain)).toBeVisible();
  if (await readiness.isVisible()) await none.click();
  await noPain.click();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
}

/** Goes the way a person goes: from the first screen through the gate to the choice of a check, and makes it. */
export async function chooseCheck(page: Page, { test, leg }: Wish): Promise<void> {
  await withoutRests(page);
  await page.goto('./');
  await page.getByRole('link', { name: 'Start a check' }).click();
  await passGate(page);
  await page.getByRole('radio', { name: new RegExp(`^${test}`) }).check();
  if (leg) await page.getByRole('radio', { name: leg }).check();
}

/** As a person who has chosen no rests: a clip does not wait for them. */
export async function withoutRests(page: Page): Promise<void> {
  await page.addInitScript(() => {
    localStorage.setItem('limber-rest', '0');
  });
}

/** Starts what was chosen: the last touch before a measurement. */
export async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}

/** Chooses the same check again, on a file in the place of the camera, and starts it. */
export async function startWithFile(page: Page, file: Clip | MadeFile): Promise<void> {
  await page.getByRole('link', { name: 'Check', exact: true }).click();
  // On the choice already, as right after the gate, the link leads nowhere and the pass is still good.
  const first = page.getByText('Is any of this new in the last two weeks');
  await expect(first.or(page.getByRole('radio', { name: 'A video file' }))).toBeVisible();
  if (await first.isVisible()) await passGate(page);
  await page.getByRole('radio', { name: 'A video file' }).check();
  const picked = typeof file === 'string' ? clipPath(file) : file;
  await page.getByRole('button', { name: 'Choose a' }).setInputFiles(picked);
  await start(page);
}

/**
 * Waits, touching nothing, until a result is on the screen, and gives its session as it is stored. Three
 * repetitions of the longest clip take 36 s; a busy machine misses one now and then.
 */
export async function sessionOnScreen(page: Page, timeout = 120_000): Promise<Session> {
  await expect(page).toHaveURL(/#\/result\//, { timeout });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const id = new URL(page.url()).hash.replace('#/result/', '');
  const session = (await storedSessions(page)).find((stored) => stored.id === id);
  if (!session) throw new Error('The result on the screen is not stored');
  return session;
}

/** A session's result where it has but one. */
export function onlyResult({ results }: Session): Result {
  if (results.length !== 1) throw new Error(`One result was expected: ${results.length}`);
  return results[0]!;
}

/** The number of a session's only result, in degrees; throws where it has none. */
export function numberOf(session: Session): number {
  const { estimate } = onlyResult(session);
  if (!estimate) throw new Error('A number was expected');
  return estimate.value;
}

/** Why each repetition of a session's only result was refused. */
export function refusalsOf(session: Session): readonly string[] {
  return onlyResult(session).trials.flatMap((trial) =>
    trial.kind === 'refused' ? trial.reason : [],
  );
}
