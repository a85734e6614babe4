import { expect, test } from 'vitest';
import { isForeignWrite, isLoopbackHost } from './same-origin.ts';

const request = { method: 'POST', host: 'senso.example:3000', origin: undefined, secFetchSite: undefined };

test.each([
  ['a page of our own', { origin: 'http://senso.example:3000', secFetchSite: 'same-origin' }, false],
  ['a program without a browser', {}, false],
  ['a page of another site', { origin: 'https://evil.example', secFetchSite: 'cross-site' }, true],
  [
    'a neighbour on the same domain',
    { origin: 'http://www.senso.example:3000', secFetchSite: 'same-site' },
    true,
  ],
  ['another port of this host', { origin: 'http://senso.example:4000' }, true],
  ['an old browser on another site', { origin: 'https://evil.example' }, true],
  ['a page without an origin, such as a sandboxed frame', { origin: 'null' }, true],
  ['a lie about the origin', { origin: 'http://senso.example:3000', secFetchSite: 'cross-site' }, true],
])('a write from %s', (_who, headers, isForeign) => {
  expect(isForeignWrite({ ...request, ...headers })).toBe(isForeign);
});

test('reading is open to links from anywhere', () => {
  expect(isForeignWrite({ ...request, method: 'GET', secFetchSite: 'cross-site' })).toBe(false);
});

test.each([
  ['127.0.0.1:3000', true],
  ['localhost', true],
  ['[::1]:3000', true],
  ['evil.example:3000', false],
  ['127.0.0.1.evil.example', false],
])('%s is loopback: %s', (host, isLoopback) => {
  expect(isLoopbackHost(host)).toBe(isLoopback);
});
