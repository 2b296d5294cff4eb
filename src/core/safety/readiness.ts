import type { SourceId } from '../evidence/sources.ts';
import { dayMs } from '../session/time.ts';
import type { Condition } from './conditions.ts';
import type { Basis, Tier } from './tier.ts';

/**
 * The readiness check: what is known of the person's health, asked once and then yearly. The themes are those of the
 * usual forms; the words are our own, since those forms may not be altered.
 */
export const readinessIds = [
  'heart',
  'chest-pain',
  'dizziness',
  'long-illness',
  'medicine',
  'joint-trouble',
  'supervised-only',
  'recent-injury',
  'hip-limits',
  'pregnancy',
  'osteoporosis',
  'eye-trouble',
  'hypermobility',
  'pain-on-bending',
  'no-lying',
] as const;
export type ReadinessId = (typeof readinessIds)[number];

/** One question of the readiness check. */
export interface Readiness extends Basis {
  readonly id: ReadinessId;
  readonly tier: Tier;
  /** What a yes says about the body. */
  readonly conditions: readonly Condition[];
  /** Whether having been seen about it also ends its conditions: then it is healed, not lived with. */
  readonly endsWhenSeen: boolean;
}

type Row = Pick<Readiness, 'tier' | 'conditions'> & Partial<Readiness>;

const asked: readonly SourceId[] = ['parq-plus'];

/** On the usual form, whose themes were seen; which tier a yes has is from the form before it. */
function onTheForm(id: ReadinessId, row: Row): Readiness {
  return { id, grade: 'V', sources: asked, endsWhenSeen: false, ...row };
}

/** A rule of care without a source that was seen. */
function remembered(id: ReadinessId, row: Row): Readiness {
  return { id, grade: 'recall', sources: [], endsWhenSeen: false, ...row };
}

/** Every question of the readiness check. */
export const readiness: Readonly<Record<ReadinessId, Readiness>> = {
  heart: onTheForm('heart', { tier: 'ask-first', conditions: ['head-down'] }),
  'chest-pain': onTheForm('chest-pain', { tier: 'ask-first', conditions: [] }),
  dizziness: onTheForm('dizziness', { tier: 'caution', conditions: ['unsteady', 'head-down'] }),
  'long-illness': onTheForm('long-illness', { tier: 'caution', conditions: [] }),
  medicine: onTheForm('medicine', { tier: 'caution', conditions: ['head-down'] }),
  'joint-trouble': onTheForm('joint-trouble', { tier: 'see-someone', conditions: [] }),
  'supervised-only': onTheForm('supervised-only', { tier: 'ask-first', conditions: [] }),
  'recent-injury': remembered('recent-injury', {
    tier: 'ask-first',
    conditions: ['recent-injury'],
    endsWhenSeen: true,
  }),
  'hip-limits': remembered('hip-limits', { tier: 'ask-first', conditions: ['hip-limits'] }),
  pregnancy: remembered('pregnancy', {
    tier: 'see-someone',
    conditions: ['supine', 'head-down'],
  }),
  osteoporosis: {
    id: 'osteoporosis',
    tier: 'caution',
    conditions: ['osteoporosis'],
    endsWhenSeen: false,
    grade: 'V',
    sources: ['giangregorio-2015'],
  },
  'eye-trouble': remembered('eye-trouble', { tier: 'caution', conditions: ['head-down'] }),
  hypermobility: remembered('hypermobility', { tier: 'caution', conditions: ['hypermobility'] }),
  'pain-on-bending': {
    id: 'pain-on-bending',
    tier: 'caution',
    conditions: ['pain-on-bending'],
    endsWhenSeen: false,
    grade: 'V',
    sources: ['senior-fitness-test'],
  },
  'no-lying': {
    id: 'no-lying',
    tier: 'caution',
    conditions: ['supine'],
    endsWhenSeen: false,
    grade: 'proposal',
    sources: [],
  },
};

/** How long a readiness check and a professional's yes hold: twelve months (PAR-Q+ 2021), in milliseconds. */
const readinessLasts = 365 * dayMs;

/**
 * Whether something told at `then` no longer holds at `now` (both ms since 1970): never told, told a year ago, or told
 * at a time that has not come, as after a clock was set back.
 */
export function isOutdated(then: number | null, now: number): boolean {
  return then === null || now < then || now - then >= readinessLasts;
}
