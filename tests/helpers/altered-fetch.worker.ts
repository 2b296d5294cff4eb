/**
 * The real pose worker behind a bad network: the answers to all its fetches are changed as this worker's
 * name says. The worker's own code is as shipped.
 */
const honestFetch = globalThis.fetch;

type Alteration = (answer: Response) => Promise<Response>;

const withWrongBit: Alteration = async (answer) => {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  bytes[1000]! ^= 1;
  return new Response(bytes);
};
const notFound: Alteration = () => Promise.resolve(new Response('Not found', { status: 404 }));

/** Only for the model that finds several bodies. */
function ofSurveyModel(alter: Alteration): Alteration {
  return (answer) => (answer.url.includes('multipose') ? alter(answer) : Promise.resolve(answer));
}

const alterations: Readonly<Record<string, Alteration>> = {
  'one bit of the weights is wrong': withWrongBit,
  'half of the weights is missing': async (answer) => {
    const bytes = await answer.arrayBuffer();
    return new Response(bytes.slice(0, bytes.byteLength / 2));
  },
  'the weights are not there': notFound,
  'the survey model is not there': ofSurveyModel(notFound),
  'the survey model is damaged': ofSurveyModel(withWrongBit),
  'the network is gone': () => Promise.reject(new TypeError('Failed to fetch')),
};

globalThis.fetch = async (...request) => {
  const answer = await honestFetch(...request);
  const alter = answer.url.includes('/models/') ? alterations[self.name] : undefined;
  return alter ? alter(answer) : answer;
};

// Questions that come while the real worker is still being imported would be lost.
const early: MessageEvent[] = [];
const keep = (event: MessageEvent) => early.push(event);
addEventListener('message', keep);
await import('../../src/pose/worker/pose.worker.ts');
removeEventListener('message', keep);
for (const { data } of early) dispatchEvent(new MessageEvent('message', { data: data as unknown }));

export {};
