import { io } from '@tensorflow/tfjs';
import manifest from '../../../models/manifest.json';
import type { ModelSize } from '../messages.ts';
import { fetchWeights } from './weights.ts';

/** BlazePose's two networks, ready to be built: the first finds a body, the second its points. */
export interface ModelHandlers {
  readonly detector: io.IOHandler;
  readonly landmark: io.IOHandler;
}

/**
 * Fetches BlazePose of one size from the folder `modelsUrl` and proves every byte of it. `onShare` is
 * told how much of it has come, 0 to 1. Throws Failure('model-missing') or Failure('model-damaged').
 */
export async function loadModel(
  modelsUrl: string,
  size: ModelSize,
  onShare: (share: number) => void,
): Promise<ModelHandlers> {
  const wanted = ['blazepose-detector', `blazepose-${size}`].flatMap((name) => [
    entryOf(`${name}.json`),
    entryOf(`${name}.bin`),
  ]);
  const total = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
  let come = 0;
  const files = await Promise.all(
    wanted.map((entry) =>
      fetchWeights(modelsUrl, entry, (count) => {
        come += count;
        onShare(come / total);
      }),
    ),
  );
  const [findGraph, findWeights, pointGraph, pointWeights] = files as [
    ArrayBuffer,
    ArrayBuffer,
    ArrayBuffer,
    ArrayBuffer,
  ];
  return {
    detector: handlerOf(findGraph, findWeights),
    landmark: handlerOf(pointGraph, pointWeights),
  };
}

function entryOf(file: string) {
  const entry = manifest.files.find((candidate) => candidate.file === file);
  if (!entry) throw new Error(`models/manifest.json has no ${file}`);
  return entry;
}

/** The graph is JSON of a known SHA-256, so its shape needs no proof. */
function handlerOf(graph: ArrayBuffer, weightData: ArrayBuffer): io.IOHandler {
  const { weightsManifest, ...model } = JSON.parse(new TextDecoder().decode(graph)) as io.ModelJSON;
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  return io.fromMemory({ ...model, weightSpecs, weightData });
}
