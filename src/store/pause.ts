/** What has been asked to go on. */
const waiting: (() => void)[] = [];

const channel = new MessageChannel();
channel.port1.onmessage = () => waiting.shift()?.();

/** Lets the page do what waits, such as an input or a frame, before the work goes on. Timers would wait for 4 ms. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
