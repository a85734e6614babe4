import { describe, expect, it } from 'vitest';
import { parseRecentHits, withRecentHit, type RecentHit } from './recent-hits.ts';

const hit = (key: string): RecentHit => ({ kind: 'task', key, title: `Nhiệm vụ ${key}`, label: null });

describe('what was opened lately', () => {
  it('stands in front, once, and at most six are kept', () => {
    const opened = ['1', '2', '3', '4', '5', '6', '7', '3'].reduce<readonly RecentHit[]>(
      (hits, key) => withRecentHit(hits, hit(key)),
      [],
    );
    expect(opened.map(({ key }) => key)).toEqual(['3', '7', '6', '5', '4', '2']);
  });

  it('is read back as it was kept', () => {
    expect(parseRecentHits(JSON.stringify([hit('1')]))).toEqual([hit('1')]);
  });

  it.each([null, '', '{', '{}', '[1, null, {"kind": "spell", "key": "x", "title": "y", "label": null}]'])(
    'is nothing when something else lies in the browser: %s',
    (stored) => {
      expect(parseRecentHits(stored)).toEqual([]);
    },
  );
});
