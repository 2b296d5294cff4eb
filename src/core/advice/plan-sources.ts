import type { SourceId } from '../evidence/sources.ts';
import { grounds, type Recommendation } from './recommend.ts';
import { exercises } from './exercises.ts';

/** Every publication that a plan rests on, after those named before it, once each, as first mentioned. */
export function sourcesOf(
  recommendations: readonly Recommendation[],
  before: readonly SourceId[],
): readonly SourceId[] {
  return [...new Set([...before, ...recommendations.flatMap(mentioned)])];
}

function mentioned({ exercise, reason }: Recommendation): readonly SourceId[] {
  const { dose, cautions, sources } = exercises[exercise];
  const seen = cautions.flatMap(({ source }) => source ?? []);
  return [...grounds[reason].sources, ...sources, ...dose.sources, ...seen];
}
