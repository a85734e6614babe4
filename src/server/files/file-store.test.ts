import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOf, openFileStore } from './file-store.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'senso-store-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const content = Buffer.from('minh chứng');
const sha256 = hashOf(content);
const placeOf = (hash: string): string => join(directory, 'files', hash.slice(0, 2), hash);

test('the same content is kept once, under its hash, also by many at once', async () => {
  const store = await openFileStore(join(directory, 'files'));
  const kept = await Promise.all(Array.from({ length: 8 }, () => store.keep(content)));
  expect(kept).toEqual(kept.map(() => ({ sha256, size: content.byteLength })));
  expect(readdirSync(join(directory, 'files', sha256.slice(0, 2)))).toEqual([sha256]);
  expect(readdirSync(join(directory, 'files', 'incoming'))).toEqual([]);
  expect(await store.read(sha256)).toEqual(content);
});

test('what a killed writer left is replaced and tidied up', async () => {
  const first = await openFileStore(join(directory, 'files'));
  await first.keep(content);
  writeFileSync(placeOf(sha256), 'mi');
  const stale = join(directory, 'files', 'incoming', 'half');
  writeFileSync(stale, 'mi');
  utimesSync(stale, 0, 0);
  const store = await openFileStore(join(directory, 'files'));
  expect(readdirSync(join(directory, 'files', 'incoming'))).toEqual([]);
  await store.keep(content);
  expect(await store.read(sha256)).toEqual(content);
});

test('a content that changed on the disk is not given out, nor is anything by another name', async () => {
  const store = await openFileStore(join(directory, 'files'));
  await store.keep(content);
  writeFileSync(placeOf(sha256), 'minh chung');
  await expect(store.read(sha256)).rejects.toThrow('damaged');
  expect(await store.read(hashOf(Buffer.from('another')))).toBeUndefined();
  expect(await store.read('../../etc/passwd')).toBeUndefined();
});
