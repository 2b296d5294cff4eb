import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { qrOf } from '../../src/share/qr.ts';

const [width, height] = [640, 480];
/** Pixels along the code's side; chosen: as a code held at arm's length before a laptop. */
const side = 360;

/** Writes what Chromium's fake camera plays for a person who holds a QR code before it; gives the path. */
export function qrFilm(text: string): string {
  const path = join(import.meta.dirname, '../../node_modules/.cache/limber/camera/qr.y4m');
  const frame = Buffer.concat([Buffer.from('FRAME\n'), picture(text)]);
  mkdirSync(dirname(path), { recursive: true });
  const head = `YUV4MPEG2 W${String(width)} H${String(height)} F15:1 Ip A1:1 C420jpeg\n`;
  writeFileSync(path, Buffer.concat([Buffer.from(head), frame, frame, frame]));
  return path;
}

/** Brightness, then two planes of no colour at half the size. */
function picture(text: string): Buffer {
  const drawing = qrOf(text);
  if (drawing === null) throw new Error('Too long for a QR code');
  const { size, path } = drawing;
  const dark = new Set<number>();
  for (const [, from, y, to] of path.matchAll(/M(\d+) (\d+)H(\d+)/g)) {
    for (let x = Number(from); x < Number(to); x++) dark.add(Number(y) * size + x);
  }
  const bright = Buffer.alloc(width * height, 120);
  const [left, top] = [(width - side) / 2, (height - side) / 2];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [x, y] = [column, row].map((at) => Math.floor((at / side) * size)) as [number, number];
      bright[(top + row) * width + left + column] = dark.has(y * size + x) ? 30 : 225;
    }
  }
  return Buffer.concat([bright, Buffer.alloc((width * height) / 2, 128)]);
}
