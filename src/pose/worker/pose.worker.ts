import { Failure } from '../../core/errors.ts';
import type { PoseReply, PoseRequest } from '../messages.ts';
import { startBackend } from './backend.ts';
import { BodyDetector } from './detector.ts';
import { loadModel } from './model.ts';

// The page's end of this thread is pose/estimator.ts; what goes between them is in pose/messages.ts.
let detector: BodyDetector | null = null;

addEventListener('message', (event: MessageEvent<PoseRequest>) => {
  void answer(event.data);
});

async function answer(request: PoseRequest): Promise<void> {
  try {
    if (request.kind === 'load') await load(request);
    else if (request.kind === 'estimate') await estimate(request);
    else detector?.forget();
  } catch (error) {
    const code = error instanceof Failure ? error.code : 'engine-lost';
    reply({ kind: 'failed', id: request.id, code, detail: describe(error) });
  }
}

async function load({ id, modelsUrl, size }: PoseRequest & { kind: 'load' }) {
  const backend = await startBackend();
  const handlers = await loadModel(modelsUrl, size, (share) => {
    reply({ kind: 'progress', id, share });
  });
  detector = await BodyDetector.create(handlers, size);
  reply({ kind: 'loaded', id, backend });
}

async function estimate({ id, picture, capturedAt }: PoseRequest & { kind: 'estimate' }) {
  if (!detector) throw new Error('A frame came before the model was loaded');
  const pose = await detector.find(picture, capturedAt);
  reply({ kind: 'estimated', id, sighting: { capturedAt, pose } });
}

function reply(message: PoseReply): void {
  postMessage(message);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return typeof error.cause === 'string' ? `${error.message}: ${error.cause}` : error.message;
}
