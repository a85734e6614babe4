import { describe, expect, it } from 'vitest';
import { canonicalLeagueSnapshot, type LeagueSnapshotContent } from './league-snapshot.ts';

const CONTENT: LeagueSnapshotContent = {
  framework: { code: 'dti-agency-2026', version: 1, hash: 'f0' },
  ...{ year: 2026, kind: 'self', name: 'Quý III', note: null },
  ...{ takenAt: '2026-11-22T02:00:00.000Z', takenBy: null },
  members: [
    { subject: 'SKHCN', contentHash: 'a1' },
    { subject: 'BAO_PTTH', contentHash: 'b2' },
  ],
};

describe('the text over which the hash of a league’s snapshot is taken', () => {
  it('is written out by hand once, so that no change of the form goes unseen', () => {
    expect(canonicalLeagueSnapshot(CONTENT)).toBe(
      '{"format":"senso-league-snapshot/1","framework":{"code":"dti-agency-2026","hash":"f0","version":1},' +
        '"kind":"self","members":{"BAO_PTTH":"b2","SKHCN":"a1"},"name":"Quý III","note":null,' +
        '"takenAt":"2026-11-22T02:00:00.000Z","takenBy":null,"year":2026}',
    );
  });

  it('does not depend on the order of members, and on everything else', () => {
    const text = canonicalLeagueSnapshot(CONTENT);
    expect(canonicalLeagueSnapshot({ ...CONTENT, members: CONTENT.members.toReversed() })).toBe(text);
    const others: readonly LeagueSnapshotContent[] = [
      { ...CONTENT, members: CONTENT.members.slice(1) },
      { ...CONTENT, members: [...CONTENT.members, { subject: 'THONGKE', contentHash: 'c3' }] },
      { ...CONTENT, members: CONTENT.members.map((member) => ({ ...member, contentHash: 'd4' })) },
      { ...CONTENT, kind: 'published' },
      { ...CONTENT, name: 'Quý IV' },
      { ...CONTENT, note: '' },
      { ...CONTENT, takenBy: 'someone' },
      { ...CONTENT, year: 2025 },
      { ...CONTENT, framework: { ...CONTENT.framework, version: 2 } },
    ];
    expect(new Set([text, ...others.map(canonicalLeagueSnapshot)]).size).toBe(others.length + 1);
  });
});
