import { describe, expect, test, vi } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import type { Parts } from '../../src/app/assemble.ts';
import { correctionsOf } from '../../src/core/session/corrected.ts';
import type { Correction } from '../../src/core/session/correction.ts';
import Data from '../../src/ui/screens/Data.svelte';
import Result from '../../src/ui/screens/Result.svelte';
import { heldInClip, rightLeg, visitToClip } from '../helpers/held-clip.ts';
import { partsWith, show } from '../helpers/screens.ts';

const session = visitToClip(2);
const address = { ...rightLeg, sessionId: session.id, trial: 0 };
const automatic = Math.round(session.results[0]!.estimate!.value);

/** The result of the clip, whose first repetitions have their picture, with the dialog open. */
async function checking(pictures = 1): Promise<Parts> {
  const parts = await partsWith([session]);
  for (let trial = 0; trial < pictures; trial++) {
    parts.heldPictures.keep(rightLeg, trial, await heldInClip());
  }
  parts.heldPictures.belongTo(session.id);
  await show(Result, parts, { session: session.id });
  await open();
  return parts;
}

async function open(): Promise<void> {
  await page.getByRole('button', { name: 'Check the picture: Leg raise, right' }).click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
}

const ankle = (): Locator => page.getByRole('slider', { name: 'Ankle, right' });
const view = (): Element => page.getByRole('group', { name: 'Points on the body' }).element();
const button = (name: string): Locator => page.getByRole('button', { name });

/** The corrections that count for what was measured. */
function correctionsIn({ history }: Parts): readonly Correction[] {
  return history.find(session.id)?.results.flatMap(correctionsOf) ?? [];
}

async function angleNow(): Promise<number> {
  await expect.element(ankle()).toBeVisible();
  return Number(ankle().element().getAttribute('aria-valuenow'));
}

async function press(keys: string): Promise<void> {
  (ankle().element() as HTMLElement).focus();
  await userEvent.keyboard(keys);
}

const lower = '{Shift>}{ArrowRight}{ArrowRight}{/Shift}';

async function saved(): Promise<void> {
  await button('Save').click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
}

describe('A person who checks the picture', () => {
  test('sees the number as it was measured, and the joints it is read from', async () => {
    await checking();
    expect(await angleNow()).toBe(automatic);
    const names = page
      .getByRole('slider')
      .elements()
      .map((each) => each.getAttribute('aria-label'));
    expect(names).toEqual(['Hip, right', 'Ankle, right']);
    await expect.element(button('Save')).toBeDisabled();
  });

  test('moves a joint by a pixel with an arrow key, by ten with Shift, and the number follows', async () => {
    await checking();
    const left = (): number => ankle().element().getBoundingClientRect().x;
    const [start, across] = [left(), view().clientWidth];
    await press('{ArrowRight}');
    await vi.waitFor(() => {
      expect(left() - start).toBeCloseTo(across / 640, 1);
    });
    await press(lower);
    expect(left() - start).toBeCloseTo((21 * across) / 640, 1);
    expect(await angleNow()).toBeLessThan(automatic - 3);
    await expect.element(page.getByText(`The camera read ${automatic}°.`)).toBeVisible();
  });

  test('drags a joint with the pointer; it does not jump to it', async () => {
    await checking();
    const box = ankle().element().getBoundingClientRect();
    const at = (x: number, y: number) => ({ pointerId: 1, bubbles: true, clientX: x, clientY: y });
    const target = ankle().element() as HTMLElement;
    target.setPointerCapture = () => undefined;
    target.dispatchEvent(new PointerEvent('pointermove', at(box.x, box.y)));
    target.dispatchEvent(new PointerEvent('pointerdown', at(box.x + 2, box.y + 2)));
    target.dispatchEvent(new PointerEvent('pointermove', at(box.x + 42, box.y + 2)));
    target.dispatchEvent(new PointerEvent('pointerup', at(box.x + 42, box.y + 2)));
    target.dispatchEvent(new PointerEvent('pointermove', at(box.x + 90, box.y + 2)));
    await vi.waitFor(() => {
      expect(target.getBoundingClientRect().x - box.x).toBeCloseTo(40, 0);
    });
    await button('Undo').click();
    expect(await angleNow()).toBe(automatic);
  });

  test('can touch every joint: 44 pixels across', async () => {
    await checking();
    for (const joint of page.getByRole('slider').elements()) {
      expect(joint.getBoundingClientRect().width).toBeGreaterThanOrEqual(44);
      expect(joint.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    }
  });

  test('takes steps back, and all of them at once', async () => {
    await checking();
    await press(lower);
    (page.getByRole('slider', { name: 'Hip, right' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    const moved = await angleNow();
    await press('{ArrowUp}');
    await button('Undo').click();
    expect(await angleNow()).toBe(moved);
    await button('Back to the camera’s points').click();
    expect(await angleNow()).toBe(automatic);
    await button('Undo').click();
    expect(await angleNow()).toBe(moved);
  });

  test('cannot push a joint out of the picture', async () => {
    await checking();
    await press(`{Shift>}${'{ArrowUp}'.repeat(60)}{/Shift}`);
    const box = ankle().element().getBoundingClientRect();
    expect(box.y + box.height / 2).toBeGreaterThanOrEqual(view().getBoundingClientRect().y - 1);
  });

  test('sees a magnified part only while a joint is held', async () => {
    await checking();
    const canvases = (): number => document.querySelectorAll('dialog canvas').length;
    await press('{ArrowUp}');
    expect(canvases()).toBe(3);
    (button('Close').element() as HTMLElement).focus();
    await vi.waitFor(() => {
      expect(canvases()).toBe(2);
    });
  });

  test('leaves with Escape and has changed nothing', async () => {
    const parts = await checking();
    await press(lower);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(correctionsIn(parts)).toEqual([]);
    expect(parts.heldPictures.of(address)).not.toBeNull();
  });
});

describe('A saved correction', () => {
  test('counts from then on, marked, with the measured number beside it', async () => {
    const parts = await checking(2);
    await press(lower);
    const corrected = await angleNow();
    await saved();
    await expect
      .element(page.getByText(`corrected by hand; the camera read ${automatic}°`))
      .toBeVisible();
    await expect
      .element(page.getByText(`from two lifts: ${corrected}, ${automatic}`))
      .toBeVisible();
    expect(correctionsIn(parts)).toMatchObject([{ ...address, joints: { ankle: {} } }]);
    expect(parts.history.automatic[0]?.results[0]?.estimate?.value).toBe(
      session.results[0]?.estimate?.value,
    );
  });

  test('is what every other screen shows', async () => {
    const parts = await checking();
    await press(lower);
    await saved();
    const mean = Math.round(parts.history.sessions[0]!.results[0]!.estimate!.value);
    expect(mean).not.toBe(automatic);
    await show(Data, parts);
    await expect.element(page.getByRole('listitem').getByText(`right ${mean}°`)).toBeVisible();
  });

  test('lets the picture go, and only that of its own repetition', async () => {
    const parts = await checking(2);
    await press(lower);
    await saved();
    expect(parts.heldPictures.of(address)).toBeNull();
    expect(parts.heldPictures.of({ ...address, trial: 1 })).not.toBeNull();
    expect(await (await parts.history.pictures()).find(address)).toBeNull();
  });

  test('can be taken back when its picture is gone', async () => {
    const parts = await checking();
    await press(lower);
    await saved();
    await open();
    await expect.element(page.getByText('it was never stored')).toBeVisible();
    await button('Use the camera’s number again').click();
    await expect.element(page.getByText('corrected by hand')).not.toBeInTheDocument();
    expect(correctionsIn(parts)).toEqual([]);
  });

  test('comes back with its session when a deletion is undone, and so does the kept picture', async () => {
    const parts = await checking();
    await press(lower);
    await page.getByRole('checkbox', { name: 'Keep the picture too' }).click();
    await saved();
    const { estimate } = parts.history.sessions[0]!.results[0]!;
    const removed = await parts.history.remove(session.id);
    expect(parts.history.sessions).toEqual([]);
    await parts.history.restore(removed!);
    const [back] = parts.history.sessions;
    expect(back?.results[0]?.estimate).toEqual(estimate);
    const pictures = await parts.history.pictures();
    expect(await pictures.find({ ...address, sessionId: back!.id })).not.toBeNull();
    expect(await pictures.find(address)).toBeNull();
  });
});

describe('A picture', () => {
  test('is kept only when the person says so, and then without the face', async () => {
    const parts = await checking();
    const keep = page.getByRole('checkbox', { name: 'Keep the picture too' });
    await expect.element(keep).not.toBeChecked();
    await keep.click();
    await expect.element(page.getByRole('checkbox', { name: 'Hide the face' })).toBeChecked();
    await saved();
    const kept = await (await parts.history.pictures()).find(address);
    expect(kept).toMatchObject({ blurred: true, type: 'image/jpeg' });
    expect(correctionsIn(parts)).toEqual([]);
  });

  test('is kept with the face where the person wants that', async () => {
    const parts = await checking();
    await page.getByRole('checkbox', { name: 'Keep the picture too' }).click();
    await page.getByRole('checkbox', { name: 'Hide the face' }).click();
    await saved();
    expect(await (await parts.history.pictures()).find(address)).toMatchObject({ blurred: false });
  });

  test('that was kept opens again with the joints where they were put, and can be deleted', async () => {
    const parts = await checking();
    await press(lower);
    const corrected = await angleNow();
    await page.getByRole('checkbox', { name: 'Keep the picture too' }).click();
    await saved();
    await open();
    await expect.element(page.getByText('You have kept this picture')).toBeVisible();
    expect(await angleNow()).toBe(corrected);
    await button('Back to the camera’s points').click();
    await saved();
    expect(correctionsIn(parts)).toEqual([]);
    await open();
    await button('Delete the picture').click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(await (await parts.history.pictures()).find(address)).toBeNull();
  });

  test('of another repetition is a choice away', async () => {
    await checking(2);
    await page.getByRole('radio', { name: /^2/ }).click();
    expect(await angleNow()).toBe(automatic);
  });

  test('that is gone is said to be gone', async () => {
    await checking(1);
    await page.getByRole('radio', { name: /^2/ }).click();
    await expect.element(page.getByText('The picture is gone; it was never stored.')).toBeVisible();
    await expect.element(button('Save')).not.toBeInTheDocument();
  });

  test('is gone when the person leaves the result', async () => {
    const parts = await partsWith([session]);
    parts.heldPictures.keep(rightLeg, 0, await heldInClip());
    parts.heldPictures.belongTo(session.id);
    const { unmount } = await show(Result, parts, { session: session.id });
    expect(parts.heldPictures.of(address)).not.toBeNull();
    await unmount();
    expect(parts.heldPictures.of(address)).toBeNull();
  });
});

test('Nothing can be checked of a sample, which is not stored', async () => {
  const sample = { ...session, id: 'sample', origin: 'sample' } as const;
  await show(Result, await partsWith(), { session: sample.id });
  await expect.element(button('Check the picture')).not.toBeInTheDocument();
});
