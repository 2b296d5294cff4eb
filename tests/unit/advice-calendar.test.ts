import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reminderFile } from '../../src/app/reminders.ts';
import {
  calendarOf,
  weekdays,
  weekdaysFor,
  type Reminder,
} from '../../src/core/advice/calendar.ts';
import { start } from '../helpers/safety.ts';

const stretch: Reminder = {
  uid: 'one@limber',
  title: 'Stretch with Limber',
  text: 'Your plan for today.',
  // A Sunday.
  from: { year: 2026, month: 3, day: 1 },
  hour: 18,
  minute: 5,
  minutes: 15,
  days: ['WE', 'MO', 'FR'],
  weeks: 6,
};

/** The lines of a file as a calendar reads them: unfolded (RFC 5545, 3.1). */
function linesOf(file: string): readonly string[] {
  return file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
}

/** The value of the first line of a name, as a calendar reads it: unescaped (RFC 5545, 3.3.11). */
function valueOf(file: string, name: string): string | undefined {
  const line = linesOf(file).find((one) => one.startsWith(`${name}:`));
  return line
    ?.slice(name.length + 1)
    .replace(/\\([\\;,nN])/g, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));
}

describe('a calendar file', () => {
  it('has one weekly reminder on its days, first on the first of them', () => {
    expect(linesOf(calendarOf([stretch], start))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Limber//Limber//EN',
      'BEGIN:VEVENT',
      'UID:one@limber',
      'DTSTAMP:20260301T120000Z',
      'DTSTART:20260302T180500',
      'DURATION:PT15M',
      'RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=18',
      'SUMMARY:Stretch with Limber',
      'DESCRIPTION:Your plan for today.',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:PT0M',
      'DESCRIPTION:Stretch with Limber',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('goes on without an end where none is set, from the first day itself where that is one', () => {
    const file = calendarOf([{ ...stretch, days: ['SU'], weeks: null }], start);
    expect(valueOf(file, 'RRULE')).toBe('FREQ=WEEKLY;BYDAY=SU');
    expect(valueOf(file, 'DTSTART')).toBe('20260301T180500');
  });

  it('leaves out a reminder that has no day', () => {
    expect(calendarOf([{ ...stretch, days: [] }], start)).not.toContain('VEVENT');
  });

  it('gives back any text it was given, in lines of 75 octets at the most', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (title, words) => {
        const file = calendarOf([{ ...stretch, title, text: words }], start);
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
        expect(valueOf(file, 'SUMMARY')).toBe(title);
        expect(valueOf(file, 'DESCRIPTION')).toBe(words);
      }),
    );
  });

  it('has no line of its own by what is in a text', () => {
    const file = calendarOf([{ ...stretch, title: 'a\r\nEND:VCALENDAR\rb\nc\u0007' }], start);
    expect(linesOf(file).filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
    expect(valueOf(file, 'SUMMARY')).toBe('a\nEND:VCALENDAR\nb\nc');
  });

  it('folds letters of two, three and four octets between them', () => {
    const file = calendarOf([{ ...stretch, title: 'ä€😀'.repeat(30) }], start);
    expect(valueOf(file, 'SUMMARY')).toBe('ä€😀'.repeat(30));
    expect(file).not.toContain('\uFFFD');
  });
});

describe('a reminder of the plan', () => {
  it('comes on as many days as it is to be done, in words that do not press', () => {
    const { uid, from, hour, minute, minutes, weeks } = stretch;
    const file = reminderFile({ uid, from, hour, minute, minutes, weeks, times: 5 }, start);
    expect(valueOf(file, 'RRULE')).toBe('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=30');
    expect(valueOf(file, 'SUMMARY')).toBe('Stretch with Limber');
    expect(valueOf(file, 'DESCRIPTION')).toContain('Skip it when something hurts');
  });
});

describe('the days of a week', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])('for %i times are as many, each once', (count) => {
    expect(new Set(weekdaysFor(count)).size).toBe(count);
    expect(weekdays).toEqual(expect.arrayContaining([...weekdaysFor(count)]));
  });

  it('are at least one and at most seven', () => {
    expect(weekdaysFor(0)).toHaveLength(1);
    expect(weekdaysFor(12)).toHaveLength(7);
  });
});
