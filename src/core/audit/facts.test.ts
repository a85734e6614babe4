import { expect, test } from 'vitest';
import { listChanges, writeFacts } from './facts.ts';

test('facts within one another are named by the way to them', () => {
  expect(writeFacts({ value: { state: 'value', value: '18.5' }, codes: ['STP', 'SNV'], note: null })).toBe(
    'value.state=value; value.value=18.5; codes=STP, SNV; note=',
  );
});

test('what changed is told fact by fact, also where there was nothing before', () => {
  const before = { state: 'blank', petals: 0, colour: 'hồng' };
  expect(listChanges(before, { state: 'value', petals: 18, colour: 'hồng', reason: 'mưa' })).toEqual([
    { name: 'state', before: 'blank', after: 'value' },
    { name: 'petals', before: '0', after: '18' },
    { name: 'reason', before: null, after: 'mưa' },
  ]);
  expect(listChanges(null, { a: 1 })).toEqual([{ name: 'a', before: null, after: '1' }]);
  expect(listChanges({ a: 1 }, null)).toEqual([{ name: 'a', before: '1', after: null }]);
});
