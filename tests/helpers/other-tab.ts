import type * as StoreModule from '../../src/store/store.ts';

/** A second copy of the store's code in a page of its own, as in another tab of the browser. */
export interface OtherTab {
  readonly openStore: typeof StoreModule.openStore;
  /** Kills the page, whatever it is doing. */
  close(): void;
}

/** Opens it; shares nothing with this page but the origin and its storage. */
export async function openTab(): Promise<OtherTab> {
  const frame = document.createElement('iframe');
  frame.srcdoc =
    '<script type="module">import * as store from "/src/store/store.ts"; window.store = store;</script>';
  const loaded = new Promise((resolve) => {
    frame.onload = resolve;
  });
  document.body.append(frame);
  await loaded;
  const { store } = frame.contentWindow as unknown as { store: typeof StoreModule };
  return {
    openStore: store.openStore,
    close: () => {
      frame.remove();
    },
  };
}
