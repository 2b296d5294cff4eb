import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordAddress } from '../../src/share/fhir/record-address.ts';

const home = 'https://limber.clinic.example/app/';

it.each([
  ['https://record.example/fhir', 'https://record.example/fhir'],
  [' https://record.example/R4/ ', 'https://record.example/R4'],
  ['record.example', 'https://record.example'],
  ['record.example:8443/fhir', 'https://record.example:8443/fhir'],
  ['/fhir', 'https://limber.clinic.example/fhir'],
  ['HTTPS://Record.Example/Fhir', 'https://record.example/Fhir'],
  ['http://localhost:8103/fhir/R4', 'http://localhost:8103/fhir/R4'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://[::1]:8080/fhir', 'http://[::1]:8080/fhir'],
])('%s is the address %s', (typed, address) => {
  expect(recordAddress(typed, home)).toBe(address);
});

it.each([
  '',
  '   ',
  'http://record.example/fhir',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'ftp://record.example',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://',
  'https://a b/fhir',
  'https://user:secret@record.example',
  'https://user@record.example',
  'https://record.example/fhir?key=1',
  'https://record.example/fhir#x',
])('%s is no address', (typed) => {
  expect(recordAddress(typed, home)).toBeNull();
});

it('never throws, and never leaves the device unencrypted', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' })), (typed) => {
      const address = recordAddress(typed, home);
      if (address !== null)
        expect(address).toMatch(/^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])/);
    }),
    { numRuns: 2000 },
  );
});
