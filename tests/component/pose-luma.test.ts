import { expect, test } from 'vitest';
import { lumaOf } from '../../src/pose/luma.ts';

/** A picture whose left half has one colour and whose right half another. */
function halves(width: number, height: number, left: string, right: string): ImageBitmap {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = left;
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = right;
  context.fillRect(width / 2, 0, width / 2, height);
  return canvas.transferToImageBitmap();
}

test('a small grey picture keeps the shape and says how bright each place is', () => {
  const { width, height, values } = lumaOf(halves(1280, 720, 'black', 'white'));
  expect([width, height, values.length]).toEqual([80, 45, 80 * 45]);
  expect(values[10]).toBe(0);
  expect(values[70]).toBe(255);
});

test('colours count as bright as they look', () => {
  const { values } = lumaOf(halves(640, 480, 'rgb(0 255 0)', 'rgb(0 0 255)'));
  expect(values[10]).toBe(150);
  expect(values[70]).toBe(29);
});

test('the picture can still be used, and the next one may have another shape', () => {
  const picture = halves(640, 480, 'white', 'white');
  lumaOf(picture);
  expect(picture.width).toBe(640);
  expect(lumaOf(halves(480, 640, 'white', 'black'))).toMatchObject({ width: 80, height: 107 });
});

test('a picture smaller than the copy is not refused', () => {
  expect(lumaOf(halves(2, 1, 'black', 'white'))).toMatchObject({ width: 80, height: 40 });
  expect(lumaOf(halves(400, 1, 'black', 'white')).height).toBe(1);
});
