import { describe, expect, test } from 'vitest';
import { changeText } from '../../src/app/change-words.ts';
import { cardsOf, changesOf } from '../../src/app/result-view.ts';
import { numberLines } from '../../src/app/session-words.ts';
import { countedText, refusedTexts } from '../../src/app/trial-words.ts';
import type { Session } from '../../src/core/session/session.ts';
import type { Trial } from '../../src/core/session/trial.ts';
import { bend, raise, reach, straightening, unmeasured } from '../helpers/results.ts';
import { bentKnee, measuredTrial, sessionOn } from '../helpers/sessions.ts';

const october = sessionOn(0, [raise('left', 61), raise('right', 62)]);
const november = sessionOn(30, [raise('left', 72.4), raise('right', 63)]);
const leftOnly = sessionOn(30, [raise('left', 72)]);

function changeSince(session: Session, ...earlier: Session[]): string {
  const words = changeText(changesOf(cardsOf(session, earlier)), session.startedAt);
  return words === null ? 'nothing to compare' : [words.title, ...words.sentences].join(' ');
}

describe('A result', () => {
  test('shows left before right, also a side that was not measured', () => {
    const cards = cardsOf(sessionOn(0, [raise('right', 62)]), []);
    expect(cards.map(({ step, result }) => [step.side, result === null])).toEqual([
      ['left', true],
      ['right', false],
    ]);
  });

  test('shows the last number of the side that was not measured today', () => {
    const [, right] = cardsOf(leftOnly, [october, leftOnly]);
    expect(right?.previous).toMatchObject({ at: october.startedAt, estimate: { value: 62 } });
  });

  test('of an old session knows nothing of the sessions after it', () => {
    expect(changesOf(cardsOf(october, [october, november]))).toEqual([]);
  });

  test('of a bend has one card', () => {
    expect(cardsOf(sessionOn(0, [bend(88)]), [])).toHaveLength(1);
  });
});

describe('The change since the last check', () => {
  test('is called real beyond the limit, and the unclear side is left at that', () => {
    expect(changeSince(november, october)).toBe(
      'A real change since March 1 Left is up 11°. Anything under 10° could be measurement ' +
        'noise, so this counts. The right side has not clearly changed.',
    );
  });

  test('is called noise within it', () => {
    expect(changeSince(sessionOn(9, [raise('left', 58)]), october)).toBe(
      'No clear change since March 1 Left is down 3°. Anything under 10° could be measurement noise.',
    );
  });

  test('near the limit asks to be measured again', () => {
    expect(changeSince(sessionOn(9, [raise('left', 69)]), october)).toMatch(
      /^Perhaps a change since March 1 Left is up 8°\. .* again in a week\.$/,
    );
  });

  test('is left out where there is no earlier number', () => {
    expect(changeSince(october)).toBe('nothing to compare');
    expect(changeSince(october, sessionOn(-1, [bend(80)]))).toBe('nothing to compare');
  });

  test('of a bend is told of the person, not of a side', () => {
    const before = sessionOn(0, [bend(80)]);
    expect(changeSince(sessionOn(9, [bend(92)]), before)).toContain('You bend 12° further.');
    expect(changeSince(sessionOn(9, [bend(80)]), before)).toContain('You bend exactly as far.');
  });

  test('of a knee is a gain where the number is smaller, and is never called up', () => {
    const before = sessionOn(0, [straightening('left', 34), straightening('right', 20)]);
    const after = sessionOn(30, [straightening('left', 21), straightening('right', 31)]);
    const words = changeSince(after, before);
    expect(words).toContain('Left is 13° straighter. Right is 11° less straight.');
    expect(words).not.toMatch(/\b(up|down)\b/);
  });

  test('of a chair reach is told of the reach', () => {
    const before = sessionOn(0, [reach('left', 95), reach('right', 104)]);
    const words = changeSince(sessionOn(30, [reach('left', 107), reach('right', 94)]), before);
    expect(words).toContain('Left reaches 12° further. Right reaches 10° less far.');
  });
});

describe('The repetitions', () => {
  const trials: readonly Trial[] = [measuredTrial(71.2), bentKnee, measuredTrial(73.8)];
  const result = { ...raise('left', 72), trials };

  test('that count are listed with their numbers', () => {
    expect(countedText(result)).toBe('from two lifts: 71, 74');
  });

  test('that do not count are listed with the reason and the worst of it', () => {
    const worse = { ...bentKnee, amount: 30 } as Trial;
    expect(refusedTexts(result)).toEqual(['One lift not counted: your knee bent 21°.']);
    expect(refusedTexts({ ...result, trials: [...trials, worse] })).toEqual([
      'Two lifts not counted: your knee bent 30°.',
    ]);
  });

  test('are not spoken of where the leg was never raised', () => {
    const [text] = refusedTexts(unmeasured({ test: 'slr', side: 'left' }, 'far-leg'));
    expect(text).toMatch(/^No lift seen: the leg was on the far side/);
  });

  test('are not called lifts where nothing is lifted', () => {
    const [knee] = refusedTexts(unmeasured({ test: 'ake', side: 'left' }, 'thigh-drift'));
    expect(knee).toBe('One try not counted: your thigh moved away from upright.');
    const [chair] = refusedTexts(unmeasured({ test: 'chair-reach', side: 'left' }, 'nobody'));
    expect(chair).toBe('No reach seen: nobody was in view.');
  });
});

test('a session is told in one line', () => {
  expect(numberLines(november)).toEqual(['Leg raise: left 72°, right 63°']);
  expect(numberLines(sessionOn(0, [unmeasured({ test: 'slr', side: 'left' }, 'nobody')]))).toEqual([
    'Leg raise: left no number',
  ]);
});
