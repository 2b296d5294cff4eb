import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { beforeAll, describe, expect, it } from 'vitest';
import { newCode } from '../../src/share/code.ts';
import type { Secret } from '../../src/share/keys.ts';
import { linkOf, sealedIn, takeSealed, waysOf } from '../../src/share/link.ts';
import { qrOf, qrSvg, type QrDrawing } from '../../src/share/qr.ts';
import { sealed } from '../../src/share/seal.ts';
import { openedShare } from '../helpers/opened-share.ts';
import { printed } from '../helpers/printed-qr.ts';
import { sharedSmall } from '../helpers/shared.ts';

const code = newCode();
const secret: Secret = { kind: 'code', code };
const app = 'https://limber.example/app/';

describe('a link', () => {
  it('brings what was sealed to the receiving page, and leaves nothing in the address', async () => {
    const text = await sealed(sharedSmall(), secret);
    const link = linkOf(`${app}?a=1#/progress/slr`, text)!;
    const { hash, search } = new URL(link);
    expect(search).toBe('?a=1');
    const steps: unknown[][] = [];
    const page = {
      location: { hash },
      history: { state: { at: 3 }, replaceState: (...given: unknown[]) => void steps.push(given) },
    };
    const taken = takeSealed(page)!;
    expect(await openedShare(taken, secret)).toEqual(sharedSmall());
    expect(steps).toEqual([[{ at: 3 }, '', '#/view']]);
    expect(taken).toBe(sealedIn(link));
  });

  it('never asks a server for what is in it', async () => {
    const link = linkOf(app, await sealed(sharedSmall(), secret))!;
    expect(new URL(link).origin + new URL(link).pathname).toBe(app);
    expect(link.indexOf('#')).toBe(app.length);
  });

  it('is none where messengers would cut it', () => {
    expect(waysOf(app, 'x'.repeat(8000))).toEqual({ link: null, qr: null });
    expect(linkOf(app, 'x'.repeat(8000 - app.length - '#/view/'.length))?.length).toBe(8000);
  });

  it('is not seen in any other address, and the page keeps that one', () => {
    for (const hash of ['', '#', '#/', '#/view', '#/view/', '#/result/01a0', '#/viewer/x']) {
      const page = {
        location: { hash },
        history: {
          state: null,
          replaceState: () => {
            throw new Error('changed');
          },
        },
      };
      expect(takeSealed(page)).toBeNull();
    }
  });
});

describe('a QR code', () => {
  beforeAll(async () => {
    const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
    await prepareZXingModule({
      overrides: { wasmBinary: Uint8Array.from(readFileSync(path)).buffer },
      fireImmediately: true,
    });
  });

  async function readOff(picture: ReturnType<typeof printed>): Promise<string | null> {
    const [found] = await readBarcodes(picture as ImageData, {
      formats: ['QRCode'],
      tryHarder: true,
    });
    return found?.text ?? null;
  }

  it('holds one visit of one leg as a link', async () => {
    const { link, qr: drawing } = waysOf(app, await sealed(sharedSmall(), secret));
    expect(drawing).not.toBeNull();
    expect(await readOff(printed(drawing!, { blur: 0, turn: 0, noise: 0, seed: 1 }))).toBe(link);
  });

  it('is none for more than a camera can read', () => {
    expect(qrOf('x'.repeat(1100))).not.toBeNull();
    expect(qrOf('x'.repeat(1101))).toBeNull();
  });

  it('is drawn on white, each dark module once', () => {
    const drawing = qrOf(code)!;
    expect(qrSvg(drawing)).toContain(`viewBox="0 0 ${drawing.size} ${drawing.size}"`);
    expect(qrSvg(drawing)).toContain('fill="#fff"');
    expect(drawing.path).toMatch(/^(M\d+ \d+H\d+v1H\d+z)+$/);
  });

  it('is read off paper of 40 mm, blurred and turned, 99 times of 100', async () => {
    const drawings: { text: string; drawing: QrDrawing }[] = [];
    for (let i = 0; i < 10; i++) {
      const text = linkOf(app, await sealed(sharedSmall(), secret))!;
      drawings.push({ text, drawing: qrOf(text)! });
    }
    let read = 0;
    for (let i = 0; i < 500; i++) {
      const { text, drawing } = drawings[i % drawings.length]!;
      const turn = (i * 37) % 360;
      const picture = printed(drawing, { blur: (i % 3) * 0.6, turn, noise: 0, seed: i });
      if ((await readOff(picture)) === text) read += 1;
    }
    expect(read).toBeGreaterThanOrEqual(495);
  }, 600_000);
});
