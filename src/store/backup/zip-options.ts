import { configure } from '@zip.js/zip.js/lib/zip-core-custom.js';

/*
 * This part of the package brings neither a worker of its own (the backup worker is one) nor WebAssembly: it packs and
 * unpacks by the platform's own streams.
 */
configure({
  useWebWorkers: false,
  // A stream unpacks all of a piece before anyone can stop it, and a piece can grow a thousandfold.
  chunkSize: 2 ** 16,
});

/** How archives are read: what two programs could read as two different archives is refused. */
export const zipOptions = { strictness: 'balanced', checkCrc32: true } as const;
