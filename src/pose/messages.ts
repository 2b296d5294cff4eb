import type { Sighting } from '../core/body/pose.ts';
import type { Survey } from '../core/body/survey.ts';
import type { FailureCode } from '../core/errors.ts';

/**
 * BlazePose's landmark network: `full` keeps up with a camera, `heavy` is four times slower and surer. Beside
 * the heavy one stands the network that finds several bodies.
 */
export type ModelSize = 'full' | 'heavy';

/** What the page asks of the pose worker. Each answer carries the id of its request. */
export type PoseRequest =
  | {
      readonly kind: 'load';
      readonly id: number;
      /** Absolute address of the folder with the weights, with a slash at its end. */
      readonly modelsUrl: string;
      readonly size: ModelSize;
    }
  | {
      readonly kind: 'estimate';
      readonly id: number;
      /** Transferred; the worker closes it. */
      readonly picture: ImageBitmap;
      readonly capturedAt: number;
    }
  /** Asks for everybody in a picture. */
  | {
      readonly kind: 'survey';
      readonly id: number;
      /** Transferred; the worker closes it. */
      readonly picture: ImageBitmap;
      readonly capturedAt: number;
    }
  /** Forgets where the body was in the last frame. Has no answer: requests are done in their order. */
  | { readonly kind: 'reset'; readonly id: number };

/** What the pose worker answers. */
export type PoseReply =
  /** Part of a load: the share of the weights' bytes that has come, 0 to 1. */
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'loaded'; readonly id: number; readonly backend: BackendName }
  | { readonly kind: 'estimated'; readonly id: number; readonly sighting: Sighting }
  /** No surveys where the network for them could not be loaded. */
  | { readonly kind: 'surveyed'; readonly id: number; readonly surveys: readonly Survey[] }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: FailureCode;
      /** For the developer, not for the person. */
      readonly detail: string;
    };

/** What can run the model. Never the plain JavaScript one: it is 17 times slower than wasm. */
export type BackendName = 'wasm' | 'webgpu' | 'webgl';
