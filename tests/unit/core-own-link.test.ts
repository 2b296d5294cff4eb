import { describe, expect, it } from 'vitest';
import { ownLinks, type LinkFate, type MadeLink } from '../../src/core/session/own-link.ts';

const link: MadeLink = {
  kind: 'link',
  id: 'a',
  at: 100,
  url: 'https://clinic.example/s/name',
  key: 'A'.repeat(43),
  label: '',
  until: 1000,
};

function fate(what: LinkFate['fate'], at: number, id = `f${String(at)}`): LinkFate {
  return { kind: 'link-fate', id, at, linkId: 'a', fate: what };
}

function stateOf(fates: readonly LinkFate[], now = 500): unknown {
  const [own] = ownLinks([link, ...fates], now);
  return [own?.state, own?.since];
}

describe('a link that a person has made', () => {
  it('is not known to be anywhere until the store has said so', () => {
    expect(stateOf([])).toEqual(['unknown', 100]);
    expect(stateOf([fate('stored', 101)])).toEqual(['active', 100]);
  });

  it('is over from its time on, also where nobody knows whether it was stored', () => {
    expect(stateOf([fate('stored', 101)], 999)).toEqual(['active', 100]);
    expect(stateOf([fate('stored', 101)], 1000)).toEqual(['expired', 1000]);
    expect(stateOf([], 1000)).toEqual(['expired', 1000]);
  });

  it('stays revoked since it was first, whatever is learned or merged later', () => {
    const fates = [fate('stored', 101), fate('revoked', 200), fate('missing', 300)];
    expect(stateOf(fates)).toEqual(['revoked', 200]);
    expect(stateOf([...fates, fate('revoked', 400)].toReversed(), 5000)).toEqual(['revoked', 200]);
  });

  it('is gone or there as the store said last', () => {
    expect(stateOf([fate('stored', 101), fate('missing', 300)])).toEqual(['gone', 300]);
    expect(stateOf([fate('missing', 300), fate('stored', 400)])).toEqual(['active', 100]);
    expect(stateOf([fate('missing', 300, 'x'), fate('stored', 300, 'y')])).toEqual(['active', 100]);
    expect(stateOf([fate('missing', 300, 'y'), fate('stored', 300, 'x')])).toEqual(['gone', 300]);
  });

  it('stands in a list with the newest first, apart from what is told of others', () => {
    const newer: MadeLink = { ...link, id: 'b', at: 200 };
    const twin: MadeLink = { ...link, id: 'c', at: 200 };
    const all = ownLinks([link, newer, fate('stored', 300), twin], 500);
    expect(all.map((own) => [own.link.id, own.state])).toEqual([
      ['c', 'unknown'],
      ['b', 'unknown'],
      ['a', 'active'],
    ]);
    expect(ownLinks([twin, newer, link], 500).map((own) => own.link.id)).toEqual(['c', 'b', 'a']);
    expect(ownLinks([fate('stored', 1)], 500)).toEqual([]);
  });
});
