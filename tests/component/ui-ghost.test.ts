import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { FrameSize, KeypointName } from '../../src/core/body/pose.ts';
import { fitOf } from '../../src/ui/measure/fit.ts';
import Ghost from '../../src/ui/measure/Ghost.svelte';
import '../../src/ui/styles/base.css';
import { goodSetUp } from '../helpers/set-ups.ts';

const picture = { width: 640, height: 480 };

/** The ghost over a stage of a size, and its box in CSS pixels from the stage's corner. */
async function shownOn(stage: FrameSize, isMirrored = false) {
  const box = document.createElement('div');
  box.style.cssText = `position: fixed; inset: 0 auto auto 0; overflow: hidden; background: #345;
    width: ${String(stage.width)}px; height: ${String(stage.height)}px`;
  document.body.append(box);
  const { container } = await render(
    Ghost,
    { setUp: goodSetUp, isMirrored, picture },
    { baseElement: box },
  );
  const line = container.querySelector('.stick polyline');
  if (!(line instanceof SVGPolylineElement)) throw new Error('The ghost has no stick');
  const matrix = line.getScreenCTM();
  return [...line.points].map((point) => point.matrixTransform(matrix ?? undefined));
}

/** Where a point of the set-up's picture lies on a stage. */
function placeOf(name: KeypointName, stage: FrameSize, isMirrored = false) {
  const { x, y } = goodSetUp.outline[name];
  const fit = fitOf(picture, stage);
  return {
    x: (isMirrored ? 1 - x : x) * picture.width * fit.scale + fit.x,
    y: y * picture.height * fit.scale + fit.y,
  };
}

const chain = ['right-shoulder', 'right-hip', 'right-knee', 'right-ankle', 'right-toe'] as const;

test.each([
  ['a tall phone', { width: 360, height: 640 }, false],
  ['a tall phone, mirrored', { width: 360, height: 640 }, true],
  ['a wide screen', { width: 1200, height: 600 }, true],
  ['a screen that the picture fills', { width: 800, height: 560 }, false],
])('lies where the body lay, on %s', async (_, stage, isMirrored) => {
  const points = await shownOn(stage, isMirrored);
  expect(points).toHaveLength(chain.length);
  for (const [i, name] of chain.entries()) {
    const { x, y } = placeOf(name, stage, isMirrored);
    expect(points[i]?.x).toBeCloseTo(x, 0);
    expect(points[i]?.y).toBeCloseTo(y, 0);
  }
});

test('is for the eyes alone: words and voice say what to do', async () => {
  const { container } = await render(Ghost, { setUp: goodSetUp, isMirrored: true, picture });
  expect(container.querySelector('[aria-hidden="true"] svg')).not.toBeNull();
});

test('is left out over a picture of another shape', async () => {
  const { container } = await render(Ghost, {
    setUp: goodSetUp,
    isMirrored: true,
    picture: { width: 1280, height: 720 },
  });
  expect(container.querySelector('svg')).toBeNull();
});
