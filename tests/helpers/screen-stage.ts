import type { Component } from 'svelte';
import { render } from 'vitest-browser-svelte';
import { assemble } from '../../src/app/assemble.ts';
import { Exercising } from '../../src/app/exercising.ts';
import { SessionHistory } from '../../src/app/history.svelte.ts';
import { hrefOf, type Route } from '../../src/app/route.ts';
import { Router } from '../../src/app/router.svelte.ts';
import type { Session } from '../../src/core/session/session.ts';
import { browserNotifier } from '../../src/app/notifier.ts';
import { newId } from '../../src/store/ids.ts';
import type { Store } from '../../src/store/store.ts';
import ScreenStage from '../component/ScreenStage.svelte';
import { tellingOf } from './telling.ts';
import { nameForTest, storeHere } from './stores.ts';

/** Shows a screen of the app over a real store that holds these sessions; gives that store. */
export async function showScreen(
  screen: Component,
  route: Route,
  sessions: readonly Session[],
): Promise<Store> {
  const store = await storeHere(nameForTest());
  for (const session of sessions) await store.sessions.save(session);
  await showOver(screen, route, Promise.resolve(store));
  return store;
}

/** Shows a screen while the store does not answer. */
export function showUnread(screen: Component, route: Route): Promise<void> {
  return showOver(screen, route, new Promise<never>(() => undefined));
}

async function showOver(screen: Component, route: Route, store: Promise<Store>): Promise<void> {
  const bar = {
    location: { hash: hrefOf(route) } as Location,
    history: window.history,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  const history = new SessionHistory(() => store, newId);
  const parts = assemble();
  const { clock, announcer, camera, saveFile } = parts.exercising;
  const exercising = new Exercising({
    clock,
    announcer,
    camera,
    saveFile,
    newId,
    use: (work) => history.use(work),
    notifier: browserNotifier,
    onbreak: () => undefined,
  });
  const telling = tellingOf(history);
  await render(ScreenStage, {
    parts: { ...parts, ...telling, history, exercising, router: new Router(bar) },
    screen,
  });
}
