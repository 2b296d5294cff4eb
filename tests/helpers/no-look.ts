import type { LookAgain } from '../../src/app/second-look.ts';
import { nothingSeen } from '../../src/core/measure/second-look.ts';

/** Of a check whose larger model could not be had. */
export const noLook: LookAgain = {
  begin: () => undefined,
  look: () => Promise.resolve(nothingSeen),
};
