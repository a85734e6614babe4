import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRegisterAddress, writeRegisterAddress } from './register-address.ts';
import { WHOLE_REGISTER } from './register.ts';

const facetIds = ['van-ban', 'han'];

describe('the address carries how a register is looked at', () => {
  it('in words that can be read', () => {
    const state = {
      text: 'dữ liệu',
      sort: { column: 'han', descending: true },
      group: 'co-quan',
      filters: { han: 'qua-han' },
      folded: ['SKHCN', 'STC'],
    };
    expect(writeRegisterAddress(state, facetIds)).toEqual({
      tim: 'dữ liệu',
      xep: '-han',
      nhom: 'co-quan',
      thu: 'SKHCN,STC',
      han: 'qua-han',
      'van-ban': undefined,
    });
  });

  it('and nothing when the whole register is shown', () => {
    expect(Object.values(writeRegisterAddress(WHOLE_REGISTER, facetIds)).every((part) => !part)).toBe(true);
    expect(readRegisterAddress({}, facetIds)).toEqual(WHOLE_REGISTER);
  });

  it('passes over what it does not know and reads numbers as text', () => {
    const state = readRegisterAddress({ tim: 2026, la: 'x', 'van-ban': ['a'] }, facetIds);
    expect(state).toEqual({ ...WHOLE_REGISTER, text: '2026' });
  });

  it('so that what is written reads back as it was', () => {
    const word = fc.stringMatching(/^[a-z][a-z-]{0,8}$/u);
    const anyState = fc.record({
      text: fc.string(),
      sort: fc.option(fc.record({ column: word, descending: fc.boolean() })),
      group: fc.option(word),
      filters: fc.dictionary(fc.constantFrom(...facetIds), word),
      folded: fc.array(word),
    });
    fc.assert(
      fc.property(anyState, (state) => {
        const read = readRegisterAddress(writeRegisterAddress(state, facetIds), facetIds);
        expect(read).toEqual({ ...state, filters: { ...state.filters } });
      }),
    );
  });
});
