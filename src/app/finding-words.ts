import type { Finding, Measured, SidesCompared } from '../core/advice/findings.ts';
import { usualSideDifference } from '../core/session/symmetry.ts';
import { m } from '../messages/generated/messages.js';
import { angleText } from './intl.ts';

/** What a finding says beyond its number, as a sentence; null where it says nothing more. */
export function findingText(finding: Finding): string | null {
  return finding.kind === 'sides' ? sidesText(finding) : placeText(finding);
}

function sidesText({ difference, lower, notable }: SidesCompared): string {
  const angle = angleText(difference);
  if (!notable && difference > usualSideDifference) return m.finding_sides_unsure({ angle });
  if (!notable) return m.finding_sides_alike({ angle });
  return lower === 'left' ? m.finding_sides_left({ angle }) : m.finding_sides_right({ angle });
}

function placeText({ typical }: Measured): string | null {
  if (typical === null) return null;
  const { place, range, norm } = typical;
  return m.finding_group({
    place,
    sex: norm.sex,
    low: angleText(range.low),
    high: angleText(range.high),
  });
}
