import type { FailureCode } from '../../core/errors.ts';
import type { Exported, ExportWish } from './exchange.ts';
import type { Preview } from './preview.ts';

/** What the page asks of the backup worker: one thing at a time. */
export type BackupRequest =
  | { readonly kind: 'export'; readonly wish: ExportWish }
  /** Reads a file to its end and remembers it. */
  | { readonly kind: 'read'; readonly name: string; readonly file: Blob }
  /** Imports the file that was read last. */
  | { readonly kind: 'import'; readonly name: string };

/** What the backup worker answers. */
export type BackupReply =
  /** The share that is done, 0 to 1; then comes another answer. */
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'exported'; readonly exported: Exported }
  | { readonly kind: 'read'; readonly preview: Preview }
  | { readonly kind: 'imported' }
  | {
      readonly kind: 'failed';
      readonly code: FailureCode;
      /** For the developer, not for the person. */
      readonly detail: string;
    };
