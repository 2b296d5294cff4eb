import {
  expect,
  test as base,
  type BrowserContext,
  type ConsoleMessage,
  type Page,
} from '@playwright/test';

interface Guard {
  /** What this test brings about on purpose, such as the browser's own line about a blocked request. */
  readonly expectedProblems: readonly RegExp[];
  readonly guard: undefined;
  /** A page of a browser that knows nothing of the first one: somebody else's. Watched as well. */
  readonly otherPage: Page;
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

/** Uses a browser for a while; fails if it then did what it must not do. */
async function watched(
  context: BrowserContext,
  baseURL: string | undefined,
  expectedProblems: readonly RegExp[],
  use: () => Promise<void>,
): Promise<void> {
  const problems: string[] = [];
  watch(context, new URL(baseURL ?? '').origin, (problem) => problems.push(problem));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.effectiveDirective} blocked ${event.blockedURI}`);
    });
  });
  await use();
  const unexpected = problems.filter(
    (problem) => !expectedProblems.some((expected) => expected.test(problem)),
  );
  expect(unexpected, 'what the page did that it must not do').toEqual([]);
}

/**
 * Playwright's test, failing also when the page breaks its content security policy, writes an error to the
 * console, throws, or asks another origin for anything.
 */
export const test = base.extend<Guard>({
  expectedProblems: [[], { option: true }],
  guard: [
    async ({ context, baseURL, expectedProblems }, use) => {
      await watched(context, baseURL, expectedProblems, () => use(undefined));
    },
    { auto: true },
  ],
  otherPage: async ({ browser, baseURL, expectedProblems }, use) => {
    const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
    await watched(context, baseURL, expectedProblems, async () => {
      await use(await context.newPage());
    });
    await context.close();
  },
});

export { expect };
