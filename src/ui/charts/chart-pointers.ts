import type { Attachment } from 'svelte/attachments';
import { on } from 'svelte/events';
import type { ChartGestures, Pointer } from '../../app/chart-gestures.svelte.ts';
import type { ChartWindow } from '../../app/chart-window.svelte.ts';
import { wheelTimes } from './wheel-times.ts';

/** Passes on what a mouse, a pen, fingers and the wheel do on a chart, all of a frame at once. */
export function pointing(chart: ChartWindow, gestures: ChartGestures): Attachment<HTMLElement> {
  return (node) => {
    const { inFrame, stop } = framed();
    let resting = { x: NaN, y: NaN };

    const pointerOf = (
      event: MouseEvent & { pointerId?: number; pointerType?: string },
    ): Pointer => {
      const box = node.getBoundingClientRect();
      return {
        id: event.pointerId ?? -1,
        isFinger: event.pointerType === 'touch',
        x: event.clientX - box.left,
        y: event.clientY - box.top,
      };
    };

    const ends = [
      on(node, 'pointerdown', (event) => {
        // Another button, or a Mac's Ctrl and click, opens the browser's menu.
        if (event.button !== 0 || event.ctrlKey) return;
        // A drag may leave the chart, and goes on.
        node.setPointerCapture(event.pointerId);
        const pointer = pointerOf(event);
        inFrame(() => gestures.press(pointer, event.shiftKey));
      }),
      on(node, 'pointermove', (event) => {
        // The page moves below a pointer that rests, when the words above the chart need another line.
        if (event.clientX === resting.x && event.clientY === resting.y) return;
        resting = { x: event.clientX, y: event.clientY };
        const pointer = pointerOf(event);
        inFrame(() => {
          // It was let go where the chart heard nothing of it.
          if (event.buttons === 0) gestures.lose(pointer.id);
          gestures.move(pointer);
        });
      }),
      on(node, 'pointerup', ({ pointerId }) => inFrame(() => gestures.release(pointerId))),
      on(node, 'pointercancel', ({ pointerId }) => inFrame(() => gestures.lose(pointerId))),
      on(node, 'pointerleave', ({ pointerType }) => {
        // A lifted finger leaves too: what it has read stays.
        if (pointerType !== 'touch') inFrame(() => gestures.leave());
      }),
      on(node, 'dblclick', () => inFrame(() => chart.zoomWhole())),
      on(
        node,
        'wheel',
        (event) => {
          // Alone it scrolls the page. A pinch on a trackpad comes with Ctrl.
          if (!(event.ctrlKey || event.metaKey) || !chart.isZoomable) return;
          event.preventDefault();
          const { x } = pointerOf(event);
          inFrame(() => gestures.zoomAt(x, wheelTimes(event)));
        },
        { passive: false },
      ),
      on(node, 'touchstart', keepPinch, { passive: false }),
      on(node, 'touchmove', keepPinch, { passive: false }),
    ];
    return () => {
      stop();
      for (const end of ends) end();
    };
  };
}

/** One finger up or down scrolls the page; two are the chart's. */
function keepPinch(event: TouchEvent): void {
  if (event.touches.length > 1 && event.cancelable) event.preventDefault();
}

/** Does things in their order before the next frame is painted, so that the chart is drawn once for all of them. */
function framed(): { readonly inFrame: (act: () => void) => void; readonly stop: () => void } {
  let waiting: (() => void)[] = [];
  let frame = 0;
  return {
    inFrame(act) {
      waiting.push(act);
      if (waiting.length > 1) return;
      frame = requestAnimationFrame(() => {
        const acts = waiting;
        waiting = [];
        for (const each of acts) each();
      });
    },
    stop: () => cancelAnimationFrame(frame),
  };
}
