import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgpu';
import plainWasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdWasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { Failure } from '../../core/errors.ts';
import type { BackendName } from '../messages.ts';
import { hasRealWebGl, hasRealWebGpu } from './gpu.ts';

/**
 * How long one backend may take to start. Chosen: wasm starts in 0.1 s here; its file of 0.4 MB takes
 * 10 s at 340 kbit/s, below which the weights would take five minutes.
 */
const startMs = 10_000;

/**
 * Starts what runs the model. Wasm comes first: it is what the accuracy was measured with, and one frame
 * takes 30 to 50 ms on two cores. A GPU is asked only where wasm does not start, and only if it is a
 * real one: a software GPU takes 10 times as long as wasm. Throws Failure('engine-unavailable').
 */
export async function startBackend(): Promise<BackendName> {
  prepareWasm();
  if (await hasStarted('wasm')) return 'wasm';
  if ((await hasRealWebGpu()) && (await hasStarted('webgpu'))) return 'webgpu';
  if (hasRealWebGl() && (await hasStarted('webgl'))) return 'webgl';
  throw new Failure('engine-unavailable');
}

function prepareWasm(): void {
  // Threads hang for ever in a built worker: docs/decisions/0001-one-wasm-thread.md.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainWasmUrl,
    'tfjs-backend-wasm-simd.wasm': simdWasmUrl,
    // Must be named, is never asked for.
    'tfjs-backend-wasm-threaded-simd.wasm': simdWasmUrl,
  });
}

/** Whether a backend has started in time. A start that hangs is left behind: it cannot be ended. */
async function hasStarted(name: BackendName): Promise<boolean> {
  const tooLate = new Promise<boolean>((resolve) => {
    setTimeout(resolve, startMs, false);
  });
  const start = tf.setBackend(name).catch(() => false);
  return (await Promise.race([start, tooLate])) && tf.getBackend() === name;
}
