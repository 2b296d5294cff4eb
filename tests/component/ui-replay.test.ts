import { beforeEach, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Paints } from '../../src/app/paints.ts';
import { screenPaints } from '../../src/app/paints.ts';
import { Replay as Replayed } from '../../src/app/replay.svelte.ts';
import { movementOf, type Movement } from '../../src/core/session/movement.ts';
import Replay from '../../src/ui/replay/Replay.svelte';
import Result from '../../src/ui/screens/Result.svelte';
import '../../src/ui/styles/base.css';
import { movedVisit, raiseAngle, raiseLasts, raiseMotion, raiseTrace } from '../helpers/motions.ts';
import { raise } from '../helpers/results.ts';
import { partsWith, show } from '../helpers/screens.ts';
import { sessionOn } from '../helpers/sessions.ts';

/** A raise of a right leg to so many degrees. */
function raised(top: number): Movement {
  const motion = raiseMotion(sessionOn(0).id, 'right', top);
  return movementOf({ test: 'slr', side: 'right' }, motion, raiseTrace(top))!;
}

/** The frames of a screen that is painted when a test says so. */
class ScriptedPaints {
  #call: ((now: number) => void) | null = null;
  #now = 0;

  readonly paints: Paints = (call) => {
    this.#call = call;
    return () => {
      this.#call = null;
    };
  };

  /** Paints for so long, sixty times a second. */
  pass(ms: number): void {
    const end = this.#now + ms;
    this.#call?.(this.#now);
    while (this.#now < end) {
      this.#now = Math.min(end, this.#now + 1000 / 60);
      this.#call?.(this.#now);
    }
  }
}

/** Whether the person wants no motion. */
async function wantMotion(wish: 'reduce' | 'no-preference'): Promise<void> {
  const features = [{ name: 'prefers-reduced-motion', value: wish }];
  await cdp().send('Emulation.setEmulatedMedia', { features });
}

beforeEach(async () => {
  await wantMotion('no-preference');
});

describe('A replay', () => {
  function played(...movements: readonly Movement[]) {
    const screen = new ScriptedPaints();
    return { screen, replay: new Replayed(movements, screen.paints) };
  }

  test('goes by passed time, at each speed, and ends where the movement ends', () => {
    const { screen, replay } = played(raised(70));
    for (const speed of [0.25, 0.5, 1, 2] as const) {
      replay.seek(0);
      replay.choose(speed);
      replay.play();
      screen.pass(1000);
      expect(replay.at).toBeCloseTo(1000 * speed, 3);
    }
    screen.pass(9000);
    expect([replay.at, replay.isPlaying]).toEqual([raiseLasts, false]);
    replay.toggle();
    expect([replay.at, replay.isPlaying]).toEqual([0, true]);
  });

  test('does not leap after the page was hidden', () => {
    let paint: (now: number) => void = () => undefined;
    const replay = new Replayed([raised(70)], (call) => {
      paint = call;
      return () => undefined;
    });
    replay.play();
    for (const now of [0, 16, 60_000]) paint(now);
    expect(replay.at).toBeLessThan(500);
  });

  test('stays where it is put, within its ends', () => {
    const { screen, replay } = played(raised(70));
    replay.play();
    replay.seek(2500);
    screen.pass(500);
    expect([replay.at, replay.isPlaying]).toEqual([2500, false]);
    replay.seek(-5);
    expect(replay.at).toBe(0);
    replay.seek(1e9);
    expect(replay.at).toBe(raiseLasts);
  });

  test('of two begins both holds at one moment, however long each took to get there', () => {
    const late = raised(60);
    const early: Movement = { ...raised(70), heldAt: raised(70).heldAt - 800 };
    const { replay } = played(late, early);
    expect(replay.startOf(late)).toBe(0);
    expect(replay.startOf(early)).toBe(800);
    expect(replay.lasts).toBe(raiseLasts + 800);
    replay.seek(replay.heldAt);
    expect(replay.shown.map(({ movement, at }) => at - movement.heldAt)).toEqual([0, 0]);
    replay.seek(400);
    expect(replay.shown.map(({ at }) => at)).toEqual([400, 0]);
  });
});

/** What is painted now: at what time the cursor stands, and which angle the drawn leg has. */
function painted(container: Element): { at: number; drawn: number; dot: number; told: number } {
  const cursor = container.querySelector<SVGLineElement>('line.cursor')!;
  // The first line of the curve's grid goes over the whole time.
  const { x1, x2 } = container.querySelector<SVGLineElement>('.curve line')!;
  const x = cursor.x1.baseVal.value;
  const share = (x - x1.baseVal.value) / (x2.baseVal.value - x1.baseVal.value);
  const joints = [...container.querySelectorAll<SVGCircleElement>('circle.joint')];
  const place = (circle: SVGCircleElement) => [circle.cx.baseVal.value, circle.cy.baseVal.value];
  const [hip, ankle] = [place(joints[1]!), place(joints[3]!)];
  const drawn = (Math.atan2(hip[1]! - ankle[1]!, ankle[0]! - hip[0]!) * 180) / Math.PI;
  const dot = container.querySelector<SVGCircleElement>('circle.right:not(.joint)')!;
  const number = container.querySelector('figure text')!.textContent;
  return { at: share, drawn, dot: dot.cx.baseVal.value - x, told: parseInt(number) };
}

describe('What is painted', () => {
  test('is one moment: in each frame leg, number and cursor belong together', async () => {
    const replay = new Replayed([raised(70)], screenPaints);
    const { container } = await render(Replay, { replay, label: 'The movement' });
    await expect.element(page.getByRole('slider')).toBeVisible();
    replay.choose(2);
    const frames: ReturnType<typeof painted>[] = [];
    while (replay.isPlaying) {
      // What is read in one frame is what was painted at the end of the one before.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames.push(painted(container));
    }
    expect(frames.length).toBeGreaterThan(20);
    expect(new Set(frames.map(({ at }) => at)).size).toBeGreaterThan(20);
    for (const { at, drawn, dot, told } of frames) {
      // A pose in a tenth of a second is a straight line between two places: 0.3 degrees off at the most.
      expect(Math.abs(drawn - raiseAngle(at * raiseLasts, 70))).toBeLessThan(0.5);
      expect(Math.abs(dot)).toBeLessThan(0.01);
      expect(Math.abs(told - drawn)).toBeLessThan(1.1);
    }
  });

  test('does not move by itself for those who want no motion', async () => {
    await wantMotion('reduce');
    const replay = new Replayed([raised(70)], screenPaints);
    await render(Replay, { replay, label: 'The movement' });
    await expect.element(page.getByRole('button', { name: 'Play' })).toBeVisible();
    expect([replay.at, replay.isPlaying]).toEqual([0, false]);
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => replay.at).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Pause' }).click();
    expect(replay.isPlaying).toBe(false);
  });
});

describe('The way through a movement', () => {
  async function still() {
    await wantMotion('reduce');
    const replay = new Replayed([raised(70)], screenPaints);
    const { container } = await render(Replay, { replay, label: 'The movement' });
    const slider = page.getByRole('slider', { name: 'Time in the movement' });
    await expect.element(slider).toBeVisible();
    return { replay, container, slider };
  }

  test('is said in words: time and angle', async () => {
    const { replay, slider } = await still();
    replay.seek(1500);
    await expect.element(slider).toHaveAttribute('aria-valuetext', '1.5 seconds: 35 degrees');
  });

  test('can be gone by keys, a pose or ten at a time, to both ends, and played', async () => {
    const { replay, slider } = await still();
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{PageUp}');
    expect(replay.at).toBe(1200);
    await userEvent.keyboard('{ArrowLeft}');
    expect(replay.at).toBe(1100);
    await userEvent.keyboard('{End}');
    expect(replay.at).toBe(raiseLasts);
    await userEvent.keyboard('{PageDown}');
    expect(replay.at).toBe(raiseLasts - 1000);
    await userEvent.keyboard('{Home} ');
    expect(replay.isPlaying).toBe(true);
    await userEvent.keyboard(' ');
    expect(replay.isPlaying).toBe(false);
  });

  test('can be dragged along the curve', async () => {
    const { replay, container } = await still();
    const curve = container.querySelector('.curve')!;
    const box = curve.getBoundingClientRect();
    const at = (share: number) => ({
      bubbles: true,
      pointerId: 1,
      clientX: box.left + share * box.width,
      clientY: box.top + 40,
    });
    // A pointer that no device holds cannot be captured.
    let isHeld = false;
    Object.assign(curve, {
      setPointerCapture: () => (isHeld = true),
      hasPointerCapture: () => isHeld,
    });
    curve.dispatchEvent(new PointerEvent('pointermove', at(0.4)));
    expect(replay.at).toBe(0);
    curve.dispatchEvent(new PointerEvent('pointerdown', at(0.5)));
    const before = replay.at;
    expect(before).toBeGreaterThan(2000);
    curve.dispatchEvent(new PointerEvent('pointermove', at(0.7)));
    expect(replay.at).toBeGreaterThan(before);
    curve.dispatchEvent(new PointerEvent('pointermove', at(1.5)));
    expect(replay.at).toBe(raiseLasts);
  });

  test('goes slower and faster', async () => {
    const { replay } = await still();
    await page.getByRole('radio', { name: '0.25×' }).click();
    expect(replay.speed).toBe(0.25);
    await page.getByRole('radio', { name: '2×' }).click();
    expect(replay.speed).toBe(2);
  });
});

describe('On a result', () => {
  const now = movedVisit(9, 60, 72);
  const before = movedVisit(2, 52, 66);

  async function resultOf(visits: readonly (typeof now)[], shown = visits.at(-1)!) {
    await wantMotion('reduce');
    const parts = await partsWith();
    for (const { session, motions } of visits) await parts.history.save(session, motions);
    await show(Result, parts, { session: shown.session.id });
    return page.getByRole('region', { name: 'Leg raise, right' });
  }

  test('the movement can be seen, and only the side that it is of', async () => {
    const right = await resultOf([now]);
    await right.getByText('See the movement').click();
    const slider = right.getByRole('slider', { name: 'Time in the movement' });
    await expect.element(slider).toBeVisible();
    await userEvent.keyboard('{Tab}');
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{Home}{PageUp}{PageUp}{PageUp}{PageUp}');
    await expect.element(slider).toHaveAttribute('aria-valuetext', '4 seconds: 72 degrees');
    await expect.element(right.getByRole('checkbox')).not.toBeInTheDocument();
    const left = page.getByRole('region', { name: 'Leg raise, left' });
    await expect.element(left.getByRole('slider')).not.toBeInTheDocument();
  });

  test('it can be laid beside the time before, hold on hold', async () => {
    const right = await resultOf([before, now]);
    await right.getByText('See the movement').click();
    await right.getByRole('checkbox', { name: 'Beside March 3' }).click();
    await expect.element(right.getByText('Both are laid so that')).toBeVisible();
    const slider = right.getByRole('slider');
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{Home}{PageUp}{PageUp}{PageUp}{PageUp}');
    await expect
      .element(slider)
      .toHaveAttribute('aria-valuetext', '4 seconds: This time 72 degrees, March 3 66 degrees');
  });

  test('nothing is offered where no motion was kept', async () => {
    const visit = { session: sessionOn(0, [raise('right', 70)]), motions: [] };
    const right = await resultOf([visit]);
    await expect.element(right.getByText('70°')).toBeVisible();
    await expect.element(page.getByText('See the movement')).not.toBeInTheDocument();
  });

  test('one that is closed does not go on playing', async () => {
    const right = await resultOf([now]);
    await right.getByText('See the movement').click();
    await right.getByRole('button', { name: 'Play' }).click();
    await right.getByText('See the movement').click();
    await right.getByText('See the movement').click();
    await expect.element(right.getByRole('button', { name: 'Play' })).toBeVisible();
  });
});
