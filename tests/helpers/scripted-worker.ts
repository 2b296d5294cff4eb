/**
 * A worker that does to each question what `script` says. In it, `loaded()`, `estimated()` and `surveyed()`
 * answer the way the pose worker does.
 */
export function scriptedWorker(script: {
  load?: string;
  estimate?: string;
  survey?: string;
  reset?: string;
}): Worker {
  const source = `
    let asked = 0;
    onmessage = ({ data: question }) => {
      const { id, capturedAt } = question;
      const loaded = () => postMessage({ kind: 'loaded', id, backend: 'wasm' });
      const estimated = (at = capturedAt, forId = id) =>
        postMessage({ kind: 'estimated', id: forId, sighting: { capturedAt: at, pose: null } });
      const surveyed = () =>
        postMessage({ kind: 'surveyed', id, surveys: [{ capturedAt, bodies: [] }] });
      asked++;
      if (question.kind === 'load') { ${script.load ?? 'loaded()'} }
      if (question.kind === 'estimate') { ${script.estimate ?? 'estimated()'} }
      if (question.kind === 'survey') { ${script.survey ?? 'surveyed()'} }
      if (question.kind === 'reset') { ${script.reset ?? ''} }
    };`;
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return new Worker(url);
}
