import type { SourceId } from '../evidence/sources.ts';
import type { Basis, Tier } from './tier.ts';

/**
 * What is asked before every check, the emergency ones first and in this order. Words are in
 * `app/safety-words.ts`. They ask for signs; nothing in Limber ever says what a sign may come from.
 */
export const flagIds = [
  'saddle',
  'bladder',
  'bowel',
  'sexual',
  'both-legs',
  'leg-weakness',
  'jelly-legs',
  'pain-with-numbness',
  'accident',
  'chest-pain-now',
  'tearing-pain',
  'fever',
  'cancer',
  'weight-loss',
  'night-pain',
  'lump',
  'fall-with-thin-bones',
  'between-shoulder-blades',
  'hot-calf',
  'first-back-pain',
  'pain-into-leg',
  'hard-to-stand-or-walk',
  'disturbs-life-or-sleep',
  'not-improving',
  'stiff',
] as const;
export type FlagId = (typeof flagIds)[number];

/** One sign that is asked for. */
export interface Flag extends Basis {
  readonly id: FlagId;
  readonly tier: Tier;
}

function flag(id: FlagId, tier: Tier, ...sources: readonly SourceId[]): Flag {
  return { id, tier, grade: 'V', sources };
}

/** From memory, with no source seen: asked all the same, since asking too much is the safer mistake. */
function remembered(id: FlagId, tier: Tier): Flag {
  return { id, tier, grade: 'recall', sources: [] };
}

/**
 * [Note: One sign is enough] One hospital says two or more within a week, most say any one (Royal Free,
 * Chesterfield): the safer rule is taken, for signs that are new in two weeks or getting worse (Norfolk).
 * Single signs are often false alarms; serious causes are rare (Verhagen 2016).
 */
export const flags: Readonly<Record<FlagId, Flag>> = {
  saddle: flag('saddle', 'emergency', 'nhs-back-cards', 'nhs-sheffield'),
  bladder: flag('bladder', 'emergency', 'nhs-back-cards', 'nhs-sheffield'),
  bowel: flag('bowel', 'emergency', 'nhs-back-cards', 'nhs-sheffield'),
  sexual: flag('sexual', 'emergency', 'nhs-back-cards', 'nhs-norfolk'),
  'both-legs': flag('both-legs', 'emergency', 'nhs-sheffield'),
  'leg-weakness': flag('leg-weakness', 'emergency', 'g-care'),
  'jelly-legs': flag('jelly-legs', 'emergency', 'nhs-norfolk'),
  // The client's text has pain into buttock or leg; with numbness or weakness it counts as an emergency.
  'pain-with-numbness': flag('pain-with-numbness', 'emergency', 'limber-text'),
  accident: flag('accident', 'emergency', 'nhs-sheffield'),
  'chest-pain-now': flag('chest-pain-now', 'emergency', 'nhs-sheffield'),
  'tearing-pain': remembered('tearing-pain', 'emergency'),
  fever: flag('fever', 'urgent', 'g-care', 'nhs-sheffield'),
  cancer: flag('cancer', 'urgent', 'g-care', 'verhagen-2016'),
  'weight-loss': flag('weight-loss', 'urgent', 'g-care', 'verhagen-2016'),
  'night-pain': flag('night-pain', 'urgent', 'nhs-sheffield', 'g-care'),
  lump: flag('lump', 'urgent', 'nhs-sheffield'),
  'fall-with-thin-bones': flag('fall-with-thin-bones', 'urgent', 'g-care'),
  'between-shoulder-blades': {
    ...flag('between-shoulder-blades', 'urgent', 'nhs-back-pain'),
    grade: 'V2',
  },
  'hot-calf': remembered('hot-calf', 'urgent'),
  'first-back-pain': flag('first-back-pain', 'see-someone', 'g-care'),
  'pain-into-leg': flag('pain-into-leg', 'see-someone', 'limber-text'),
  'hard-to-stand-or-walk': flag('hard-to-stand-or-walk', 'see-someone', 'limber-text'),
  'disturbs-life-or-sleep': flag('disturbs-life-or-sleep', 'see-someone', 'limber-text'),
  'not-improving': flag('not-improving', 'see-someone', 'limber-text'),
  stiff: flag('stiff', 'caution', 'limber-text'),
};

/** The signs that are asked for on the first page, which nothing comes before. */
export const emergencyFlags: readonly FlagId[] = flagIds.filter(
  (id) => flags[id].tier === 'emergency',
);

/** The signs that are asked for after them. */
export const otherFlags: readonly FlagId[] = flagIds.filter((id) => !emergencyFlags.includes(id));
