import { describe, expect, test } from 'vitest';
import { HeldPictures } from '../../src/app/held-pictures.ts';
import { withHiddenFace } from '../../src/app/hidden-face.ts';
import { fileOf, pictureIn, withoutFace } from '../../src/app/picture-file.ts';
import { headOf } from '../../src/core/body/head.ts';
import { pointsOf } from '../../src/core/measure/held.ts';
import { measureTrial } from '../../src/core/measure/trial.ts';
import bendUrl from '../fixtures/stills/dev_bend_001.jpg?url';
import bendTruth from '../fixtures/stills/dev_bend_001.json';
import lyingUrl from '../fixtures/stills/dev_slr_001.jpg?url';
import lyingTruth from '../fixtures/stills/dev_slr_001.json';
import { heldInClip, rightLeg, shownClip } from '../helpers/held-clip.ts';
import { goodRaise } from '../helpers/recorded.ts';

const address = { ...rightLeg, sessionId: 'a', trial: 0 };

describe('After a trial', () => {
  test('one small picture of its hold is left, and can be taken once', async () => {
    const secondLook = await shownClip();
    await secondLook.look(goodRaise, rightLeg);
    const held = secondLook.takeHeld();
    expect(held?.moment).toMatchObject({ test: 'slr', side: 'right', facing: 1 });
    expect(Math.max(held!.picture.width, held!.picture.height)).toBeLessThanOrEqual(640);
    expect(secondLook.takeHeld()).toBeNull();
    expect(measureTrial(goodRaise, rightLeg).kind).toBe('measured');
  });

  test('that was never held no picture is left', async () => {
    const secondLook = await shownClip();
    await secondLook.look(goodRaise.slice(0, 20), rightLeg);
    expect(secondLook.takeHeld()).toBeNull();
  });

  test('no picture is left where the visit is left', async () => {
    const secondLook = await shownClip();
    await secondLook.look(goodRaise, rightLeg);
    secondLook.drop();
    expect(secondLook.takeHeld()).toBeNull();
  });
});

describe('Held pictures', () => {
  async function kept() {
    const pictures = new HeldPictures();
    const held = [await heldInClip(), await heldInClip()] as const;
    pictures.keep(rightLeg, 0, held[0]);
    pictures.keep(rightLeg, 2, held[1]);
    pictures.belongTo('a');
    return { pictures, held };
  }

  /** A bitmap that was closed has no width. */
  const isClosed = ({ picture }: { picture: ImageBitmap }): boolean => picture.width === 0;

  test('are those of one session and its trials', async () => {
    const { pictures, held } = await kept();
    expect(pictures.of(address)).toBe(held[0]);
    expect(pictures.of({ ...address, trial: 1 })).toBeNull();
    expect(pictures.of({ ...address, side: 'left' })).toBeNull();
    expect(pictures.of({ ...address, sessionId: 'b' })).toBeNull();
  });

  test('are dropped one by one as the person decides', async () => {
    const { pictures, held } = await kept();
    pictures.decided({ ...address, sessionId: 'b' });
    expect(held.map(isClosed)).toEqual([false, false]);
    pictures.decided(address);
    expect(held.map(isClosed)).toEqual([true, false]);
    expect(pictures.of(address)).toBeNull();
  });

  test('are all dropped when their result is left, not when another is', async () => {
    const { pictures, held } = await kept();
    pictures.leave('b');
    expect(held.map(isClosed)).toEqual([false, false]);
    pictures.leave('a');
    expect(held.map(isClosed)).toEqual([true, true]);
  });

  test('are all dropped when another visit begins', async () => {
    const { pictures, held } = await kept();
    pictures.drop();
    expect(held.map(isClosed)).toEqual([true, true]);
    expect(pictures.of(address)).toBeNull();
  });
});

type Truth = typeof lyingTruth.joints_2d_px;

describe('A hidden face', () => {
  /** The head's disc as the app finds it, from the true points of a still. */
  function headIn(truth: Truth) {
    const at = ([x, y]: number[]) => ({ x: x!, y: y! });
    const pairs = (['ear', 'shoulder', 'hip'] as const).flatMap((landmark) => [
      [`left-${landmark}`, at(truth[`${landmark}_l`])],
      [`right-${landmark}`, at(truth[`${landmark}_r`])],
    ]);
    const keypoints = Object.fromEntries([['nose', at(truth.nose)], ...pairs]) as Parameters<
      typeof headOf
    >[0]['keypoints'];
    return headOf({ keypoints });
  }

  async function pictureAt(url: string): Promise<ImageBitmap> {
    return createImageBitmap(await (await fetch(url)).blob());
  }

  function pixelsOf(picture: ImageBitmap | OffscreenCanvas): ImageData {
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(picture, 0, 0);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  }

  /** How much brightness differs from pixel to pixel within a disc: the mean of its squared steps to the right. */
  function detail(
    { data, width }: ImageData,
    { centre, radius }: ReturnType<typeof headOf>,
  ): number {
    let [sum, count] = [0, 0];
    for (let i = 0; i + 7 < data.length; i += 4) {
      const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
      if (Math.hypot(x - centre.x, y - centre.y) > radius) continue;
      sum += (data[i + 5]! - data[i + 1]!) ** 2;
      count++;
    }
    return sum / count;
  }

  test.each([
    ['lying', lyingUrl, lyingTruth],
    ['bent', bendUrl, bendTruth],
  ])('of someone %s has crown, eyes and nose in it', (_, _url, { joints_2d_px: truth }) => {
    const { centre, radius } = headIn(truth);
    for (const name of ['head_top', 'eye_l', 'eye_r', 'nose', 'ear_l', 'ear_r'] as const) {
      const [x, y] = truth[name] as [number, number];
      expect(Math.hypot(x - centre.x, y - centre.y)).toBeLessThan(radius);
    }
  });

  test.each([
    ['lying', lyingUrl, lyingTruth],
    ['bent', bendUrl, bendTruth],
  ])('of someone %s has no detail left; the rest is unchanged', async (_, url, truth) => {
    const picture = await pictureAt(url);
    const head = headIn(truth.joints_2d_px);
    const [before, after] = [pixelsOf(picture), pixelsOf(withHiddenFace(picture, head))];
    const face = { ...head, radius: head.radius / 3 };
    expect(detail(before, face)).toBeGreaterThan(20);
    // Sixteen colours are left of some three thousand points.
    expect(coloursIn(after, { ...head, radius: head.radius - 1 })).toBeLessThanOrEqual(16);
    const outside = before.data.findIndex((value, i) => {
      const [x, y] = [(i >> 2) % before.width, Math.floor((i >> 2) / before.width)];
      const away = Math.hypot(x - head.centre.x, y - head.centre.y);
      return away > head.radius + 1.5 && value !== after.data[i];
    });
    expect(outside).toBe(-1);
  });

  test('at the edge of the picture is hidden too', async () => {
    const picture = await pictureAt(lyingUrl);
    const corner = { centre: { x: 636, y: 4 }, radius: 30 };
    const after = pixelsOf(withHiddenFace(picture, corner));
    expect(coloursIn(after, { ...corner, radius: 29 })).toBeLessThanOrEqual(16);
  });

  test('in the real held frame is where the model has the head', async () => {
    const { picture, moment } = await heldInClip();
    const head = headOf(pointsOf({ outline: moment.outline, frame: picture }));
    const after = pixelsOf(withoutFace(picture, moment));
    expect(coloursIn(after, { ...head, radius: head.radius - 1 })).toBeLessThanOrEqual(16);
  });

  function coloursIn(
    { data, width }: ImageData,
    { centre, radius }: ReturnType<typeof headOf>,
  ): number {
    const seen = new Set<string>();
    for (let i = 0; i < data.length; i += 4) {
      const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
      if (Math.hypot(x - centre.x, y - centre.y) > radius) continue;
      seen.add(data.subarray(i, i + 3).join(','));
    }
    return seen.size;
  }
});

test('A kept file is a picture of the same size; a damaged one is none', async () => {
  const { picture, moment } = await heldInClip();
  const file = await fileOf(picture);
  const kept = { ...address, keptAt: 0, blurred: false, held: moment };
  const read = await pictureIn({ ...kept, ...file });
  expect([read?.width, read?.height]).toEqual([picture.width, picture.height]);
  expect(await pictureIn({ ...kept, ...file, bytes: new ArrayBuffer(3) })).toBeNull();
});
