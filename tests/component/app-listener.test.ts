import { describe, expect, test } from 'vitest';
import { commandIn } from '../../src/app/command-words.ts';
import { commandOf, type Command } from '../../src/app/command.ts';
import { Listener, type RecognitionClass } from '../../src/app/listener.ts';

/** A recogniser that understands what the test says. */
class Ears extends EventTarget {
  static all: Ears[] = [];
  static available = (): Promise<string> => Promise.resolve('available');
  lang = '';
  continuous = false;
  interimResults = false;
  processLocally = false;
  starts = 0;

  constructor() {
    super();
    Ears.all.push(this);
  }

  start(): void {
    this.starts++;
  }

  abort(): void {
    this.dispatchEvent(new Event('end'));
  }

  hear(resultIndex: number, ...transcripts: string[]): void {
    const results = transcripts.map((transcript) => [{ transcript }]);
    this.dispatchEvent(Object.assign(new Event('result'), { resultIndex, results }));
  }
}

function listen(): { ears: Ears; heard: Command[]; stop: () => void } {
  const heard: Command[] = [];
  const stop = new Listener(Ears, 'en').listen((command) => heard.push(command));
  return { ears: Ears.all.at(-1)!, heard, stop };
}

describe('Speech', () => {
  test('is only understood where no sound leaves the device', async () => {
    const { ears } = listen();
    expect(ears.processLocally).toBe(true);
    const none = new Listener(null, 'en');
    expect(await none.isAvailable()).toBe(false);
    const remoteOnly = class extends Ears {
      static override available = () => Promise.resolve('unavailable');
    };
    const remote = new Listener(remoteOnly, 'en');
    expect(await remote.isAvailable()).toBe(false);
    expect(await new Listener(Ears as unknown as RecognitionClass, 'en').isAvailable()).toBe(true);
  });

  test('is obeyed once a phrase, as soon as the word is there', () => {
    const { ears, heard } = listen();
    ears.hear(0, 'I feel');
    ears.hear(0, 'I feel a stretch');
    ears.hear(0, 'I feel a stretch now');
    ears.hear(1, 'I feel a stretch now', 'stop');
    expect(heard).toEqual(['stretch', 'stop']);
  });

  test('is listened to again after a silence, until the check is over', () => {
    const { ears, heard, stop } = listen();
    ears.dispatchEvent(new Event('end'));
    expect(ears.starts).toBe(2);
    ears.hear(0, 'stop');
    stop();
    ears.hear(0, 'stop');
    expect(heard).toEqual(['stop']);
    expect(ears.starts).toBe(2);
  });

  test('is given up where the microphone is refused', () => {
    const { ears } = listen();
    ears.dispatchEvent(new Event('error'));
    ears.dispatchEvent(new Event('end'));
    expect(ears.starts).toBe(1);
  });

  test.each([
    ['Stop!', 'stop'],
    ['please hold on a moment', 'pause'],
    ['ouch, that hurts', 'pain'],
    ['stop, it is painful', 'pain'],
    ['go on', 'go-on'],
    ['a nonstop train', null],
    ['', null],
  ])('"%s" means %s', (said, command) => {
    expect(commandIn(said)).toBe(command);
  });
});

test.each([
  ['Escape', 'stop'],
  [' ', 'pause'],
  ['PageDown', 'stretch'],
  ['PageUp', 'pain'],
  ['x', 'stretch'],
  ['Shift', null],
  ['F5', null],
])('the key %s means %s', (key, command) => {
  expect(commandOf(key)).toBe(command);
});
