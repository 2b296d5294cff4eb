import { Failure } from '../../core/errors.ts';
import type { PoseReply, PoseRequest } from '../messages.ts';
import { startBackend } from './backend.ts';
import { BodyDetector } from './detector.ts';
import { loadModel, loadSurveyModel } from './model.ts';
import { Surveyor } from './surveyor.ts';

// The page's end of this thread is pose/estimator.ts; what goes between them is in pose/messages.ts.
let detector: BodyDetector | null = null;
let surveyor: Surveyor | null = null;

addEventListener('message', (event: MessageEvent<PoseRequest>) => {
  void answer(event.data);
});

async function answer(request: PoseRequest): Promise<void> {
  try {
    if (request.kind === 'load') await load(request);
    else if (request.kind === 'estimate') await estimate(request);
    else if (request.kind === 'survey') await survey(request);
    else detector?.forget();
  } catch (error) {
    const code = error instanceof Failure ? error.code : 'engine-lost';
    reply({ kind: 'failed', id: request.id, code, detail: describe(error) });
  }
}

async function load({ id, modelsUrl, size }: PoseRequest & { kind: 'load' }) {
  const backend = await startBackend();
  const surveying = size === 'heavy' ? loadSurveyor(modelsUrl) : null;
  const handlers = await loadModel(modelsUrl, size, (share) => {
    reply({ kind: 'progress', id, share });
  });
  detector = await BodyDetector.create(handlers, size);
  surveyor = await surveying;
  reply({ kind: 'loaded', id, backend });
}

async function estimate({ id, picture, capturedAt }: PoseRequest & { kind: 'estimate' }) {
  if (!detector) throw new Error('A frame came before the model was loaded');
  const pose = await detector.find(picture, capturedAt);
  reply({ kind: 'estimated', id, sighting: { capturedAt, pose } });
}

/** Null where it cannot be had: a trial is then measured without looking for a second person. */
async function loadSurveyor(modelsUrl: string): Promise<Surveyor | null> {
  try {
    return await Surveyor.create(await loadSurveyModel(modelsUrl));
  } catch {
    return null;
  }
}

async function survey({ id, picture, capturedAt }: PoseRequest & { kind: 'survey' }) {
  const surveys = (await surveyor?.survey(picture, capturedAt)) ?? [];
  picture.close();
  reply({ kind: 'surveyed', id, surveys });
}

function reply(message: PoseReply): void {
  postMessage(message);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return typeof error.cause === 'string' ? `${error.message}: ${error.cause}` : error.message;
}
