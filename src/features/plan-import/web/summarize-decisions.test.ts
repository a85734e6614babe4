import { describe, expect, it } from 'vitest';
import { changesNothing, summarizeDecisions } from './summarize-decisions.ts';

const items = [
  { readingId: 'T-1', match: 'new' },
  { readingId: 'T-2', match: 'new' },
  { readingId: 'T-3', match: 'gains-quote' },
  { readingId: 'T-4', match: 'differs' },
  { readingId: 'T-5', match: 'differs' },
  { readingId: 'T-6', match: 'same' },
] as const;

describe('what accepting will do', () => {
  it('adds, quotes and keeps what differs unless told otherwise', () => {
    expect(summarizeDecisions(items, new Set(), new Set())).toEqual({
      added: 2,
      quoted: 1,
      replaced: 0,
      kept: 2,
      unchanged: 1,
      excluded: 0,
    });
  });

  it('follows the decisions; what is left out is neither added nor replaced', () => {
    const summary = summarizeDecisions(items, new Set(['T-2', 'T-4']), new Set(['T-4', 'T-5']));
    expect(summary).toEqual({ added: 1, quoted: 1, replaced: 1, kept: 0, unchanged: 1, excluded: 2 });
  });

  it('is nothing for a file whose every statement is known', () => {
    const known = [{ readingId: 'T-6', match: 'same' }] as const;
    expect(changesNothing(summarizeDecisions(known, new Set(), new Set()))).toBe(true);
    expect(changesNothing(summarizeDecisions(items, new Set(), new Set()))).toBe(false);
  });
});
