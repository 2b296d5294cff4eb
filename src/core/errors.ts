/**
 * What can fail in the surroundings of the app. Each code has a title and advice for the person
 * (`app/failure-words.ts`); a code without words does not compile.
 */
export const failureCodes = [
  'camera-denied',
  'camera-missing',
  'camera-busy',
  'camera-lost',
  'camera-unsupported',
  'video-unreadable',
  'video-unsupported',
  'model-missing',
  'model-damaged',
  'engine-unavailable',
  'engine-lost',
  'storage-full',
  'storage-blocked',
  'storage-stale',
  'storage-damaged',
  'backup-foreign',
  'backup-too-new',
  'backup-truncated',
  'backup-damaged',
  'backup-too-large',
  'backup-halted',
  'share-unreadable',
  'share-foreign',
  'share-too-new',
  'share-locked',
  'share-damaged',
  'share-too-large',
  'share-code',
  'link-broken',
  'link-unsupported',
  'link-expired',
  'link-gone',
  'link-closed',
  'link-changed',
  'link-too-large',
  'store-address',
  'store-blocked',
  'store-unreachable',
  'store-denied',
  'store-forbidden',
  'store-missing',
  'store-taken',
  'store-refused',
  'store-too-large',
  'store-busy',
  'store-failing',
  'store-full',
  'report-typeface',
  'record-address',
  'record-blocked',
  'record-unreachable',
  'record-foreign',
  'record-denied',
  'record-forbidden',
  'record-sign-in',
  'record-patient',
  'record-patient-many',
  'record-conflict',
  'record-refused',
  'record-too-large',
  'record-busy',
  'record-failing',
  'record-content',
  'qr-unseen',
  'qr-picture',
  'qr-reader',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** The surroundings failed: thrown only at the edge (pose, store, share), never in core. */
export class Failure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'Failure';
    this.code = code;
  }
}
