import type { QrDrawing } from '../../src/share/qr.ts';
import { noiseFrom } from './noise.ts';

/** How a code was printed and photographed: blur in pixels, turn in degrees, noise in grey levels (standard deviation). */
export interface Print {
  readonly blur: number;
  readonly turn: number;
  readonly noise: number;
  readonly seed: number;
}

/** 40 mm at 300 dots an inch. */
const side = 472;

/** A drawing as pixels of a grey picture around it, read out of its path alone. */
export function printed(
  { size, path }: QrDrawing,
  { blur, turn, noise, seed }: Print,
): { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number } {
  const dark = new Set<number>();
  for (const [, from, y, to] of path.matchAll(/M(\d+) (\d+)H(\d+)/g)) {
    for (let x = Number(from); x < Number(to); x++) dark.add(Number(y) * size + x);
  }
  const width = Math.ceil(side * 1.42);
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const grey = new Float32Array(width * width);
  for (let row = 0; row < width; row++) {
    for (let column = 0; column < width; column++) {
      const [dx, dy] = [column - width / 2, row - width / 2];
      const x = Math.floor(((dx * cos + dy * sin) / side + 0.5) * size);
      const y = Math.floor(((dy * cos - dx * sin) / side + 0.5) * size);
      const isDark = x >= 0 && x < size && y >= 0 && y < size && dark.has(y * size + x);
      grey[row * width + column] = isDark ? 40 : 225;
    }
  }
  const soft = blur === 0 ? grey : softened(softened(grey, 1, blur), width, blur);
  const next = noiseFrom(seed);
  const data = new Uint8ClampedArray(4 * width * width).fill(255);
  for (const [at, level] of soft.entries()) {
    const value = level + noise * next();
    data[4 * at] = data[4 * at + 1] = data[4 * at + 2] = value;
  }
  return { data, width, height: width };
}

/** Blurred along one direction: a bell of three pixels to each side. */
function softened(grey: Float32Array, step: number, blur: number): Float32Array {
  const weights = [-3, -2, -1, 0, 1, 2, 3].map((d) => Math.exp(-(d * d) / (2 * blur * blur)));
  const sum = weights.reduce((a, b) => a + b);
  const soft = new Float32Array(grey.length);
  for (let at = 0; at < grey.length; at++) {
    let total = 0;
    for (let i = 0; i < 7; i++) {
      total += (weights[i] as number) * (grey[at + (i - 3) * step] ?? grey[at] ?? 0);
    }
    soft[at] = total / sum;
  }
  return soft;
}
