import { expect, onTestFinished, test } from 'vitest';
import { hrefOf, routeOf, type Route } from '../../src/app/route.ts';
import { Router, type AddressBar } from '../../src/app/router.svelte.ts';

const routes: readonly Route[] = [
  { screen: 'start' },
  { screen: 'choose' },
  { screen: 'measure' },
  { screen: 'result', session: '0192-abc' },
  { screen: 'progress', test: null },
  { screen: 'progress', test: 'forward-bend' },
  { screen: 'plan' },
  { screen: 'play', what: 'today' },
  { screen: 'play', what: 'break' },
  { screen: 'play', what: 'bridge' },
  { screen: 'habits' },
  { screen: 'learn', lesson: null },
  { screen: 'learn', lesson: 'sitting' },
  { screen: 'data' },
  { screen: 'share', session: null },
  { screen: 'share', session: '0192-abc' },
  { screen: 'view' },
];

test.each(routes)('the address of $screen leads back to it', (route) => {
  expect(routeOf(hrefOf(route))).toEqual(route);
});

test.each(['', '#', '#/', '#/nonsense', '#/result', '#/result/'])(
  'an address that leads nowhere (%s) shows the start',
  (hash) => {
    expect(routeOf(hash)).toEqual({ screen: 'start' });
  },
);

/** The address bar of a page of its own: this one's belongs to the tests. */
function addressBar(): Window {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  onTestFinished(() => {
    frame.remove();
  });
  const { contentWindow } = frame;
  if (contentWindow === null) throw new Error('The frame has no window');
  return contentWindow;
}

function followed(bar: AddressBar): Router {
  const router = new Router(bar);
  onTestFinished(router.listen());
  return router;
}

test('the router shows what the address says, also when it changes by hand', async () => {
  const bar = addressBar();
  const router = followed(bar);
  expect(router.route.screen).toBe('start');
  const changed = new Promise((resolve) => {
    bar.addEventListener('hashchange', resolve);
  });
  bar.location.hash = '#/plan';
  await changed;
  expect(router.route.screen).toBe('plan');
});

test('going to a screen changes the address at once', () => {
  const bar = addressBar();
  const router = followed(bar);
  router.go({ screen: 'progress', test: 'slr' });
  expect(bar.location.hash).toBe('#/progress/slr');
  expect(router.route).toEqual({ screen: 'progress', test: 'slr' });
});

test('a replaced screen is not gone back to', () => {
  const bar = addressBar();
  const router = followed(bar);
  router.go({ screen: 'measure' });
  const steps = bar.history.length;
  router.replace({ screen: 'result', session: 'x' });
  expect(router.route).toEqual({ screen: 'result', session: 'x' });
  expect(bar.history.length).toBe(steps);
});

test('what is sealed in an address is taken out of it before the screen is shown', () => {
  const given: string[] = [];
  const { history } = window;
  const steps = history.length;
  location.hash = '#/view/eyJ0.a.b';
  onTestFinished(() => {
    location.hash = '';
  });
  const router = new Router(window, (text) => given.push(text));
  expect(given).toEqual(['eyJ0.a.b']);
  expect(location.hash).toBe('#/view');
  expect(history.length - steps).toBeLessThanOrEqual(1);
  expect(router.route).toEqual({ screen: 'view' });
});
