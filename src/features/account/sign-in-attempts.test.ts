import { expect, test } from 'vitest';
import { clockFrom } from '#server/clock.ts';
import { openWindowCounter } from '#server/auth/window-counter.ts';
import { beginCode, beginSignIn } from './sign-in-attempts.ts';

const start = Date.parse('2026-11-22T02:00:00.000Z');

const openBrake = () => {
  let now = start;
  const attempts = openWindowCounter(clockFrom(() => new Date(now).toISOString()));
  return {
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    begin: (username: string, address: string) => beginSignIn(attempts, username, address),
    beginCode: (accountId: string) => beginCode(attempts, accountId),
  };
};

type Begun = ReturnType<typeof beginSignIn>;
const isRefused = (begun: Begun): boolean => 'refusal' in begun;
const delayOf = (begun: Begun): number => ('refusal' in begun ? Number.NaN : begun.delayMilliseconds);

test('ten failures for one account from one address, then a minute of rest', () => {
  const { begin, pass } = openBrake();
  const tries = Array.from({ length: 12 }, () => begin('sen', '203.0.113.9'));
  expect(tries.map(isRefused)).toEqual([...Array<boolean>(10).fill(false), true, true]);
  expect(tries.slice(10)).toMatchObject([{ isFirst: true }, { isFirst: false }]);
  expect(tries[10]).toMatchObject({ refusal: { details: { retryAfterSeconds: 60 } } });
  expect(isRefused(begin('súng', '203.0.113.9'))).toBe(false);
  expect(isRefused(begin('sen', '203.0.113.10'))).toBe(false);
  pass(60_000);
  expect(isRefused(begin('sen', '203.0.113.9'))).toBe(false);
});

test('signing in does not count', () => {
  const { begin } = openBrake();
  for (let count = 0; count < 200; count += 1) {
    const begun = begin('sen', '203.0.113.9');
    expect(delayOf(begun)).toBe(0);
    if (!('refusal' in begun)) begun.forget();
  }
});

test('one address may not try every account', () => {
  const { begin } = openBrake();
  const tries = Array.from({ length: 61 }, (_, index) => begin(`officer-${String(index)}`, '203.0.113.9'));
  expect(tries.findIndex(isRefused)).toBe(60);
});

test('whoever holds a network of version 6 may not try every account from its addresses', () => {
  const { begin } = openBrake();
  const from = (network: string, count: number) =>
    begin(`officer-${String(count)}`, `${network}${count.toString(16)}`);
  const tries = Array.from({ length: 61 }, (_, index) => from('2001:db8:0:1::', index));
  expect(tries.findIndex(isRefused)).toBe(60);
  expect(isRefused(from('2001:db8:0:2::', 61))).toBe(false);
  const ofOffices = Array.from({ length: 61 }, (_, index) =>
    begin(`officer-${String(index)}`, `::ffff:203.0.113.${String(index)}`),
  );
  expect(ofOffices.some(isRefused)).toBe(false);
});

test('whoever shares an address is not kept out by one account that is tried again and again', () => {
  const { begin, pass } = openBrake();
  for (let minute = 0; minute < 5; minute += 1) {
    for (let count = 0; count < 300; count += 1) begin('sen', '203.0.113.9');
    expect(isRefused(begin('súng', '203.0.113.9'))).toBe(false);
    pass(60_000);
  }
});

test('whoever was refused for the address has the own attempts left', () => {
  const { begin, pass } = openBrake();
  pass(30_000);
  for (let count = 0; count < 60; count += 1) begin(`officer-${String(count)}`, '203.0.113.9');
  pass(30_000);
  for (let count = 0; count < 20; count += 1) expect(isRefused(begin('sen', '203.0.113.9'))).toBe(true);
  pass(30_000);
  expect(isRefused(begin('sen', '203.0.113.9'))).toBe(false);
});

test('an account that is guessed at from many addresses is slowed down and never locked', () => {
  const { begin, pass } = openBrake();
  const delays = Array.from({ length: 60 }, (_, index) =>
    delayOf(begin('sen', `198.51.100.${String(index)}`)),
  );
  expect(delays.slice(0, 13)).toEqual([...Array<number>(11).fill(0), 250, 500]);
  expect(delays.at(-1)).toBe(5000);
  pass(15 * 60_000);
  expect(delayOf(begin('sen', '198.51.100.200'))).toBe(0);
});

test('names without number from one address do not push out what is counted of others', () => {
  const { begin, beginCode: tryCode } = openBrake();
  for (let count = 0; count < 10; count += 1) tryCode('sen');
  for (let count = 0; count < 51_000; count += 1) begin(`nobody-${String(count)}`, '203.0.113.9');
  expect('refusal' in tryCode('sen')).toBe(true);
});
