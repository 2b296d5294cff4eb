import { expect, test } from '../helpers/guard.ts';

test('the served app tells the browser what it may do', async ({ request }) => {
  const headers = (await request.get('/')).headers();
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers['permissions-policy']).toContain('camera=(self), microphone=(self)');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['cross-origin-embedder-policy']).toBeUndefined();
});

test('a host that sends no headers still gets the policy, from the page', async ({ request }) => {
  const page = await (await request.get('/')).text();
  expect(page).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy" content="default-src/);
  expect(page).not.toContain('<script>');
});

test.describe('a script that got in', () => {
  test.use({
    expectedProblems: [/connect-src|trusted-types|Content Security Policy|TrustedHTML/i],
  });

  test('cannot send anything to another host, nor write script into the page', async ({ page }) => {
    await page.goto('/');
    const outcome = await page.evaluate(async () => {
      const sent = await fetch('http://127.0.0.1:9/').then(
        () => 'sent',
        () => 'blocked',
      );
      let written = 'written';
      try {
        document.body.innerHTML = '<img src=x onerror="alert(1)">';
      } catch {
        written = 'blocked';
      }
      return { sent, written, peer: 'RTCPeerConnection' in globalThis };
    });
    expect(outcome).toEqual({ sent: 'blocked', written: 'blocked', peer: false });
  });
});
