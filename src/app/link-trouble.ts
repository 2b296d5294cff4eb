import { Failure, type FailureCode } from '../core/errors.ts';
import { StoreFailure } from '../share/health-link/store-failure.ts';

/** Why a wish about links could not be met. */
export interface LinkTrouble {
  readonly code: FailureCode;
  /** The host that this page may not reach; null where that is not the matter. */
  readonly host: string | null;
  /** Milliseconds after which the store wants to be asked again; null where it did not say. */
  readonly again: number | null;
}

/** The trouble that a failure is; anything else is a bug and is thrown. */
export function troubleOf(error: unknown): LinkTrouble {
  if (error instanceof StoreFailure) {
    const { code, host, again } = error;
    return { code, host, again };
  }
  if (error instanceof Failure) return { code: error.code, host: null, again: null };
  throw error;
}
