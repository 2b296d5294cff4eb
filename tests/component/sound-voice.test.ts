import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browserSpeech, Voice } from '../../src/app/voice.ts';
import { ScriptedSpeech, voiceOf } from '../helpers/scripted-speech.ts';

const page = { hidden: false };

function voiceWith(speech: ScriptedSpeech, language = 'en', on = page): Voice {
  return new Voice(speech, () => language, on);
}

/** Says something and gives what became of it: the number of times its end was told. */
function said(voice: Voice, words: string): { ends: number } {
  const told = { ends: 0 };
  voice.say(words, 0.7, () => (told.ends += 1));
  return told;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('The voice', () => {
  test('speaks by a voice of this device in the language, the default one first', () => {
    const speech = new ScriptedSpeech(
      voiceOf('de-DE', true, true),
      voiceOf('en-US', false, true),
      voiceOf('en_GB'),
      voiceOf('en-AU', true, true),
    );
    said(voiceWith(speech), 'Hold still.');
    expect(speech.last).toMatchObject({ text: 'Hold still.', lang: 'en-AU', volume: 0.7 });
    speech.voices.pop();
    said(voiceWith(speech), 'Hold still.');
    expect(speech.last?.lang).toBe('en_GB');
  });

  test('never speaks by a voice that would send the words away, nor by one of another language', () => {
    const speech = new ScriptedSpeech(voiceOf('en-US', false, true), voiceOf('de-DE'));
    expect(said(voiceWith(speech), 'Hold still.').ends).toBe(1);
    expect(speech.words).toEqual([]);
  });

  test('is at its end at once where the browser has no speech or no voice', () => {
    expect(said(new Voice(null, () => 'en', page), 'Hold still.').ends).toBe(1);
    expect(said(voiceWith(new ScriptedSpeech()), 'Hold still.').ends).toBe(1);
  });

  test('speaks as soon as its voices have been found', () => {
    const speech = new ScriptedSpeech();
    const voice = voiceWith(speech);
    said(voice, 'Keep still.');
    speech.voices.push(voiceOf('en-GB'));
    said(voice, 'Hold still.');
    expect(speech.words).toEqual(['Hold still.']);
  });

  test('tells its end once', () => {
    const speech = new ScriptedSpeech(voiceOf('en-GB'));
    const told = said(voiceWith(speech), 'Hold still.');
    expect(told.ends).toBe(0);
    speech.last?.onend?.();
    speech.last?.onend?.();
    vi.runAllTimers();
    expect(told.ends).toBe(1);
  });

  test('says one thing at a time, and tells no end of what was cut off', () => {
    const speech = new ScriptedSpeech(voiceOf('en-GB'));
    const voice = voiceWith(speech);
    const first = said(voice, 'Hold still.');
    expect(speech.cancelled).toBe(0);
    const second = said(voice, 'And lower slowly.');
    expect(speech.cancelled).toBe(1);
    speech.last?.onend?.();
    expect([first.ends, second.ends]).toEqual([0, 1]);
  });

  test('that never comes to an end, or fails, does not keep the next one from being said', () => {
    const speech = new ScriptedSpeech(voiceOf('en-GB'));
    const voice = voiceWith(speech);
    const hanging = said(voice, 'Hold still.');
    vi.advanceTimersByTime(2000);
    expect(hanging.ends).toBe(0);
    vi.advanceTimersByTime(1000);
    expect([hanging.ends, speech.cancelled]).toEqual([1, 1]);
    const failing = said(voice, 'And lower slowly.');
    speech.last?.onerror?.();
    expect(failing.ends).toBe(1);
  });

  test('does not throw where the browser does', () => {
    const speech = new ScriptedSpeech(voiceOf('en-GB'));
    speech.synthesis.speak = () => {
      throw new Error('No speech today');
    };
    const voice = voiceWith(speech);
    voice.unlock();
    expect(said(voice, 'Hold still.').ends).toBe(1);
  });

  test('falls silent when it is hushed, and on a page that is not seen', () => {
    const speech = new ScriptedSpeech(voiceOf('en-GB'));
    const on = { hidden: false };
    const voice = voiceWith(speech, 'en', on);
    const hushed = said(voice, 'Hold still.');
    voice.hush();
    voice.hush();
    expect([speech.cancelled, hushed.ends]).toEqual([1, 0]);
    on.hidden = true;
    expect(said(voice, 'Hold still.').ends).toBe(1);
    expect(speech.words).toHaveLength(1);
  });
});

test('This browser, which has no voice installed, is asked without harm', () => {
  const voice = new Voice(browserSpeech(), () => 'en', document);
  voice.unlock();
  expect(said(voice, 'Hold still.').ends).toBe(speechSynthesis.getVoices().length === 0 ? 1 : 0);
  voice.hush();
});
