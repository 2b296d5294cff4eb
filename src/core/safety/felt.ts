import type { Condition } from './conditions.ts';
import type { Basis } from './tier.ts';

/** Where a leg raise was felt: asked after each side, more than one may be true. */
export const feltPlaces = ['thigh', 'behind-knee', 'calf-or-foot', 'back', 'tingling'] as const;
export type FeltPlace = (typeof feltPlaces)[number];

/** What feeling it there asks for. */
export interface FeltRule extends Basis {
  /** Whether exercises may be made harder. Where not, the words of the place say why. */
  readonly mayProgress: boolean;
  readonly conditions: readonly Condition[];
}

/**
 * [Note: No nerve tests] A pull in the back of the thigh is the muscle's; below the knee or tingling it may not be
 * (Bueno-Gracia 2019). Limber only asks. It offers no test that provokes a nerve (slump, foot pulled up): that is for
 * a professional's hands.
 */
export const feltRules: Readonly<Record<FeltPlace, FeltRule>> = {
  thigh: { mayProgress: true, conditions: [], grade: 'V2', sources: ['bueno-gracia-2019'] },
  'behind-knee': { mayProgress: true, conditions: [], grade: 'proposal', sources: [] },
  'calf-or-foot': {
    mayProgress: false,
    conditions: ['nerve-signs'],
    grade: 'V2',
    sources: ['bueno-gracia-2019'],
  },
  // Not what is to be stretched; no source was seen for what to do then.
  back: { mayProgress: false, conditions: [], grade: 'proposal', sources: [] },
  tingling: {
    mayProgress: false,
    conditions: ['nerve-signs'],
    grade: 'V2',
    sources: ['bueno-gracia-2019'],
  },
};

/** The places that hold the exercises back, in the order of the list. */
export function holdingBack(felt: readonly FeltPlace[]): readonly FeltPlace[] {
  return feltPlaces.filter((place) => felt.includes(place) && !feltRules[place].mayProgress);
}

/** What the felt places say about the body, each once. */
export function conditionsFelt(felt: readonly FeltPlace[]): readonly Condition[] {
  return [...new Set(felt.flatMap((place) => feltRules[place].conditions))];
}
