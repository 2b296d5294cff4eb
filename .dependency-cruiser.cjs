// Who may import whom (docs/architecture.md). Each rule is shown to fail by tests/unit/import-rules.test.ts.

/**
 * A rule that a layer imports nothing but what is listed.
 *
 * @param {string} name of the rule
 * @param {string} comment why, or what to do instead
 * @param {string | { path: string, pathNot: string }} from the layer's files
 * @param {string[]} folders what it may import of src, as patterns
 * @param {string[]} packages what it may import of npm
 */
function onlyFrom(name, comment, from, folders, packages = []) {
  const allowed = [
    ...folders.map((folder) => `^src/${folder}`),
    ...packages.map((name) => `node_modules/${name}/`),
  ];
  return {
    name,
    comment,
    severity: 'error',
    from: typeof from === 'string' ? { path: from } : from,
    to: { pathNot: allowed, couldNotResolve: false },
  };
}

/** The one file that may import the package that reads video files. */
const videoFile = '^src/pose/video-file\\.ts$';
const worker = '^src/pose/worker/';
/** Whatever makes the report a PDF. */
const reportPdf = '^src/share/report-pdf/';
/** The one file that signs in to a clinic's record. */
const smart = '^src/share/fhir/smart\\.ts$';
/** The one file that reads QR codes. */
const qrReader = '^src/share/qr-reader\\.ts$';
/** The one file that starts the worker: by the address that Vite gives for `pose.worker.ts?worker&url`. */
const estimator = '^src/pose/estimator\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    onlyFrom(
      'core-is-pure',
      'core imports core: no browser, no package, so that it runs and is tested anywhere.',
      '^src/core/',
      ['core/'],
    ),
    onlyFrom(
      'pose-imports',
      'pose imports core; tfjs stays in the worker.',
      { path: '^src/pose/', pathNot: `${worker}|${videoFile}` },
      ['core/', 'pose/'],
    ),
    onlyFrom(
      'video-file-imports',
      'Only the reader of video files may use mediabunny beside core and pose.',
      videoFile,
      ['core/', 'pose/'],
      ['mediabunny'],
    ),
    onlyFrom(
      'worker-imports',
      'The worker shares core and the typed messages with the page, and knows the weights, nothing else.',
      worker,
      ['core/', 'pose/worker/', 'pose/messages\\.ts$|^models/manifest\\.json$'],
      ['@tensorflow/[^/]+', '@tensorflow-models/pose-detection'],
    ),
    {
      name: 'nothing-imports-the-worker',
      comment: 'The worker is reached by its address; its messages are typed in pose/messages.ts.',
      severity: 'error',
      from: { pathNot: `${worker}|${estimator}` },
      to: { path: worker },
    },
    {
      name: 'nothing-imports-the-backup-worker',
      comment: 'It is reached by its address; its messages are typed in store/backup/messages.ts.',
      severity: 'error',
      from: { pathNot: '^src/store/backup/backup-line\\.ts$' },
      to: { path: '^src/store/backup/backup\\.worker\\.ts$' },
    },
    onlyFrom(
      'estimator-imports',
      "The estimator may take the worker's address and none of its code.",
      estimator,
      ['core/', 'pose/[^/]+$', 'pose/worker/pose\\.worker\\.ts$'],
    ),
    onlyFrom(
      'store-imports',
      'store imports core; it does not know where records come from or go.',
      '^src/store/',
      ['core/', 'store/'],
      ['@zip.js/zip.js', 'dexie', 'valibot', 'uuid'],
    ),
    onlyFrom(
      'share-imports',
      'share imports core and words, and the values that records are made of; it is given what it shares.',
      { path: '^src/share/', pathNot: `${reportPdf}|${smart}|${qrReader}` },
      ['core/', 'share/', 'messages/', 'store/(values|reply-values)\\.ts$'],
      ['valibot', 'uqr'],
    ),
    {
      name: 'health-link-apart-from-records',
      comment:
        'A store knows nothing of FHIR records: of fhir/ only addresses, text and the bundle as a type.',
      severity: 'error',
      from: { path: '^src/share/health-link/' },
      to: { path: '^src/share/fhir/', pathNot: 'fhir/(record-address|fhir-text|resources)\\.ts$' },
    },
    onlyFrom(
      'smart-imports',
      'Only what signs in may use the package for it; it is loaded when somebody signs in.',
      smart,
      ['share/'],
      ['valibot', 'oauth4webapi'],
    ),
    onlyFrom(
      'report-pdf-imports',
      'The PDF is made with the packages that write PDFs, and loaded only when it is wanted.',
      reportPdf,
      ['core/', 'share/', 'messages/'],
      ['d3-scale', '@cantoo/[^/]+', '@fontsource/[^/]+'],
    ),
    onlyFrom(
      'caseload-imports',
      'The caseload keeps what was shared: it knows share and how rows are stored, nobody who measures here.',
      '^src/caseload/',
      ['core/', 'caseload/', 'share/', 'store/(database|migration|values|reply-values)\\.ts$'],
      ['dexie', 'valibot'],
    ),
    onlyFrom(
      'qr-reader-imports',
      'Only the reader of QR codes may use zxing-wasm, and it is loaded only when it is wanted.',
      qrReader,
      ['core/'],
      ['zxing-wasm'],
    ),
    onlyFrom(
      'app-imports',
      'app holds state without markup: it must not reach up into ui.',
      '^src/app/',
      ['core/', 'pose/', 'store/', 'share/', 'caseload/', 'messages/', 'app/'],
      ['svelte'],
    ),
    onlyFrom(
      'ui-imports',
      'A screen knows core, app and words; camera, worker and database are behind app.',
      '^src/ui/',
      ['core/', 'app/', 'messages/', 'ui/'],
      ['svelte', 'd3-scale', 'd3-shape', '@lucide/svelte'],
    ),
    onlyFrom(
      'composition-imports',
      'main.ts and App.svelte put the layers together with Svelte and the typeface, no other package.',
      '^src/[^/]+$',
      [''],
      ['svelte', '@fontsource-variable/[^/]+'],
    ),
    {
      name: 'composition-is-the-top',
      comment: 'main.ts and App.svelte build the layers; no layer imports them back.',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+$' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-barrels',
      comment: 'Import the file that holds the thing; an index hides where it lives.',
      severity: 'error',
      from: {},
      to: { path: '^src/.*/index\\.[a-z.]+$' },
    },
    {
      name: 'no-catch-all-names',
      comment: 'Name a file after what it holds.',
      severity: 'error',
      from: {},
      to: { path: '^src/.*\\b(utils?|helpers?|common|managers?|services?)\\b' },
    },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and is imported by nothing is dead.',
      severity: 'error',
      // Vite puts the stub in a package's place, so no import of ours names it.
      from: { orphan: true, pathNot: '\\.d\\.ts$|/mediapipe-stub\\.ts$' },
      to: {},
    },
    {
      name: 'no-unresolved',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      // That package's list of exports is asked with `?url` on the name, which only Vite takes off. The build finds it.
      to: { couldNotResolve: true, pathNot: '^zxing-wasm/reader/zxing_reader\\.wasm\\?url$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules|^src/messages/generated/' },
    exclude: { path: '^src/messages/(generated/.+/|project)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
