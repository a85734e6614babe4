import { describe, expect, it } from 'vitest';
import { changesNothing, summarizeDecisions, type DecidedItem } from './summarize-decisions.ts';

const decided = (
  match: DecidedItem['match'],
  state: DecidedItem['review']['state'],
  replaces = false,
): DecidedItem => ({ match, review: { state, replaces } });

describe('what entering a reviewed draft will do', () => {
  it('follows the decisions; what waits or is rejected does nothing', () => {
    const items = [
      ...[decided('new', 'accepted'), decided('new', 'rejected'), decided('new', 'pending')],
      ...[decided('gains-quote', 'accepted'), decided('same', 'accepted')],
      ...[decided('differs', 'accepted', true), decided('differs', 'accepted')],
    ];
    expect(summarizeDecisions(items)).toEqual({
      ...{ added: 1, quoted: 1, replaced: 1, kept: 1, unchanged: 1, excluded: 1 },
    });
  });

  it('is nothing for a file whose every statement is known', () => {
    expect(changesNothing(summarizeDecisions([decided('same', 'accepted')]))).toBe(true);
    expect(changesNothing(summarizeDecisions([decided('differs', 'accepted')]))).toBe(false);
  });
});
