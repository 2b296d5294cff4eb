import { expect, test as base, type BrowserContext, type ConsoleMessage } from '@playwright/test';

interface Guard {
  /** What this test brings about on purpose, such as the browser's own line about a blocked request. */
  readonly expectedProblems: readonly RegExp[];
  readonly guard: undefined;
}

function isProblem(message: ConsoleMessage): boolean {
  return (
    message.type() === 'error' ||
    /content security policy|trusted ?(types|html|script)/i.test(message.text())
  );
}

function watch(context: BrowserContext, origin: string, report: (problem: string) => void): void {
  context.on('console', (message) => {
    if (isProblem(message)) report(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (event) => report(`error: ${event.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = ['data:', 'blob:', 'about:'].includes(url.protocol) || url.origin === origin;
    if (!isOwn) report(`request to another origin: ${url.href}`);
  });
}

/**
 * Playwright's test, failing also when the page breaks its content security policy, writes an error to the
 * console, throws, or asks another origin for anything.
 */
export const test = base.extend<Guard>({
  expectedProblems: [[], { option: true }],
  guard: [
    async ({ context, baseURL, expectedProblems }, use) => {
      const problems: string[] = [];
      watch(context, new URL(baseURL ?? '').origin, (problem) => problems.push(problem));
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy: ${event.effectiveDirective} blocked ${event.blockedURI}`);
        });
      });
      await use(undefined);
      const unexpected = problems.filter(
        (problem) => !expectedProblems.some((expected) => expected.test(problem)),
      );
      expect(unexpected, 'what the page did that it must not do').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
