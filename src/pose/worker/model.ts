import { io } from '@tensorflow/tfjs';
import manifest from '../../../models/manifest.json';
import type { ModelSize } from '../messages.ts';
import { fetchWeights, type ModelFile } from './weights.ts';

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
  const names = ['blazepose-detector', `blazepose-${size}`];
  const [detector, landmark] = await loadNetworks(modelsUrl, names, onShare);
  return { detector, landmark } as ModelHandlers;
}

/** Fetches the network that finds several bodies, MoveNet MultiPose. Throws as `loadModel`. */
export async function loadSurveyModel(modelsUrl: string): Promise<io.IOHandler> {
  const [handler] = await loadNetworks(modelsUrl, ['movenet-multipose'], () => undefined);
  return handler as io.IOHandler;
}

async function loadNetworks(
  modelsUrl: string,
  names: readonly string[],
  onShare: (share: number) => void,
): Promise<readonly io.IOHandler[]> {
  const wanted = names.map((name) => [entryOf(`${name}.json`), entryOf(`${name}.bin`)] as const);
  const total = wanted.flat().reduce((sum, { bytes }) => sum + bytes, 0);
  let come = 0;
  const fetched = (entry: ModelFile): Promise<ArrayBuffer> =>
    fetchWeights(modelsUrl, entry, (count) => {
      come += count;
      onShare(come / total);
    });
  return Promise.all(
    wanted.map(async (files) => {
      const [graph, weights] = await Promise.all([fetched(files[0]), fetched(files[1])]);
      return handlerOf(graph, weights);
    }),
  );
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
