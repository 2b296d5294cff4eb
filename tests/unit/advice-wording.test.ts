import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../src/messages/en/', import.meta.url);

/** Every text a person may see, with its key; a text with variants is one text for each. */
const texts = readdirSync(folder).flatMap((file) =>
  Object.entries(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown>)
    .filter(([key]) => key !== '$schema')
    .flatMap(([key, value]) => variants(value).map((text) => ({ key: `${file} ${key}`, text }))),
);

/**
 * What the app must not say, each with a sentence that would say it: Limber measures, and neither names
 * an illness nor promises anything (after the FDA's policy on general wellness, 2026).
 */
const avoided: readonly (readonly [RegExp, string])[] = [
  [/\bdiagnos/i, 'This diagnoses your back.'],
  [/\bdetect/i, 'We detected a problem.'],
  [/\bscreen(s|ed|ing)? (for|you)\b/i, 'This screens for back trouble.'],
  [/\bsyndrome\b|\bcauda equina/i, 'You may have a hamstring syndrome.'],
  [/\bherniat|\bslipped disc/i, 'It may be a herniated disc.'],
  [/\babnormal/i, 'Your number is abnormal.'],
  [/\bpatholog/i, 'This is pathological.'],
  [/\bdeficit/i, 'You have a deficit of 20°.'],
  [/\brisk score|\byour (injury )?risk\b/i, 'It lowers your injury risk.'],
  [/\b(treat|prevent|cure|heal)(s|ed|ing)?\b/i, 'Stretching prevents back pain.'],
  [/\bclinical(ly)?[- ](grade|proven|accura)/i, 'A clinical-grade measurement.'],
  // A therapist's goniometer may be named; that the camera were as good as one may not be said.
  [
    /\bgoniometer[- ](accura|grade|level|quality)|\b(like|(accurate|exact|precise|good|reliable) as) an? goniometer/i,
    'As accurate as a goniometer.',
  ],
  [/\bmedical\b(?! (advice|help))/i, 'A medical measurement.'],
  [/(?<!not )\bmedical advice\b/i, 'Here is medical advice.'],
  [/\byou need an? (MRI|scan|X-ray)/i, 'You need an MRI.'],
  [/\bstop (taking )?your (medic|pill)/i, 'Stop your medication.'],
  [/\byou are safe\b/i, 'No signs, so you are safe.'],
  [/\bremote monitoring\b/i, 'Remote monitoring of your back.'],
  [/\b(too|very) (tight|stiff)\b|\btight hamstrings\b/i, 'You have tight hamstrings.'],
  [/!/, 'Well done!'],
];

function variants(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  const [{ match }] = value as [{ match: Record<string, string> }];
  return Object.values(match);
}

describe('the words of the app', () => {
  it('are all found', () => {
    expect(texts.length).toBeGreaterThan(100);
  });

  it.each(avoided)('never match %s', (pattern, example) => {
    expect(texts.filter(({ text }) => pattern.test(text))).toEqual([]);
    expect(example).toMatch(pattern);
  });
});
