import { describe, expect, it } from 'vitest';
import { NO_CHANGES } from '#core/scenario/change-set.ts';
import { reported } from '#core/scoring/data-value.ts';
import {
  changesSearch,
  filterSearch,
  readComparedIds,
  readFilter,
  readWhatIfAddress,
} from './what-if-address.ts';

const changes = new Map([['6.4.rate', reported('60')]]);

describe('the address of a what-if', () => {
  it('carries unsaved changes, and nothing while they are those that are kept', () => {
    expect(changesSearch(changes, NO_CHANGES)).toEqual({ doi: '6.4.rate_60' });
    expect(changesSearch(changes, changes)).toEqual({ doi: undefined });
    expect(changesSearch(NO_CHANGES, NO_CHANGES)).toEqual({ doi: undefined });
  });

  it('tells an open scenario whose changes are all taken back from one that shows them', () => {
    const search = changesSearch(NO_CHANGES, changes);
    expect(readWhatIfAddress(search).changes?.size).toBe(0);
    expect(readWhatIfAddress({ 'phuong-an': 'x' })).toMatchObject({ scenarioId: 'x', changes: undefined });
  });

  it('carries the filter both ways', () => {
    const filter = { group: '6', leadAgency: 'SKHCN', text: 'hồ sơ', onlyChanged: true };
    expect(readFilter(filterSearch(filter))).toEqual(filter);
    expect(readFilter(filterSearch({}))).toEqual({});
  });

  it('names each compared scenario once, and four at most', () => {
    expect(readComparedIds({ 'phuong-an': 'a*b*a*' })).toEqual({ ids: ['a', 'b'], hasMore: false });
    expect(readComparedIds({ 'phuong-an': 'a*b*c*d*e' })).toEqual({
      ...{ ids: ['a', 'b', 'c', 'd'], hasMore: true },
    });
    expect(readComparedIds({}).ids).toEqual([]);
  });
});
