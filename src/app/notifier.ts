/** Whether notices may be shown outside of the page; `missing` where this browser has none. */
export type NoticeRight = 'granted' | 'denied' | 'default' | 'missing';

/** Notices outside of the page. It never throws. */
export interface Notifier {
  right(): NoticeRight;
  /** Asks for the right; to be called while a button is pressed. */
  ask(): Promise<void>;
  /** Shows a notice in the place of the last one; `onpress` is called when it is pressed. */
  show(title: string, text: string, onpress: () => void): void;
}

/** This browser's own. */
export const browserNotifier: Notifier = {
  right: () => ('Notification' in globalThis ? Notification.permission : 'missing'),
  ask: async () => {
    if ('Notification' in globalThis) await Notification.requestPermission().catch(() => 'denied');
  },
  show: (title, text, onpress) => {
    if (browserNotifier.right() !== 'granted') return;
    try {
      const notice = new Notification(title, { body: text, tag: 'limber-break' });
      notice.addEventListener('click', () => {
        globalThis.focus();
        notice.close();
        onpress();
      });
    } catch {
      // Chrome on Android shows none without a service worker: the page itself still reminds.
    }
  },
};
