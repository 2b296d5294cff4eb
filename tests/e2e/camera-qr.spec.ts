import { newCode } from '../../src/share/code.ts';
import { sealed } from '../../src/share/seal.ts';
import { cameraPlaying } from '../helpers/fake-camera.ts';
import { expect, test } from '../helpers/guard.ts';
import { expectInOrder } from '../helpers/looks.ts';
import { qrFilm } from '../helpers/qr-camera.ts';
import { sharedSmall } from '../helpers/shared.ts';

const code = newCode();

test.use(cameraPlaying(qrFilm(code)));

test('a code is scanned by the camera, which is off again once it was seen', async ({ page }) => {
  await page.goto('./#/view');
  const buffer = Buffer.from(await sealed(sharedSmall(), { kind: 'code', code }));
  await page
    .getByLabel('Choose one or more files')
    .setInputFiles({ name: 'a.limber', mimeType: '', buffer });
  await page.getByRole('button', { name: 'Scan the code' }).click();
  await expect(page.getByLabel('Code', { exact: true })).toHaveValue(code);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('article')).toBeVisible();

  await page.reload();
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Scan a QR code' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(
    'Limber may not use the camera',
  );
  await expectInOrder(page, 'scanning without a camera');
});
