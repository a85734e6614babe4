import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseSearch,
  stringifySearch,
  validateDocumentSearch,
  validateIndexSearch,
  validateShellSearch,
  validateSignInSearch,
} from './search-params.ts';

describe('the state in an address', () => {
  it('comes back as it was written, as text', () => {
    const key = fc.stringMatching(/^[a-z-]{1,8}$/);
    fc.assert(
      fc.property(fc.dictionary(key, fc.string({ minLength: 1 })), (search) => {
        expect(parseSearch(stringifySearch(search))).toEqual({ ...search });
      }),
    );
  });

  it('leaves out what is not given', () => {
    expect(stringifySearch({ nam: undefined })).toBe('');
    expect(stringifySearch({ tab: 'chi-tieu', dong: 12 })).toBe('?tab=chi-tieu&dong=12');
  });

  it('ignores what does not make sense instead of failing', () => {
    expect(validateShellSearch({ nam: '1e9' })).toEqual({});
    expect(validateIndexSearch({ 'mat-hon': 'nhiều', 'co-quan': 'SKHCN' })).toEqual({ 'co-quan': 'SKHCN' });
    expect(validateDocumentSearch({ dong: '-3' })).toEqual({});
    expect(validateDocumentSearch({ dong: '34' })).toEqual({ dong: 34 });
  });
});

describe('the way back after signing in', () => {
  it('stays on this site', () => {
    expect(validateSignInSearch({ 'tro-lai': '/bo-chi-so/6.5' })).toEqual({ 'tro-lai': '/bo-chi-so/6.5' });
  });

  it.each(['https://example.org', '//example.org', '/\\example.org', 'javascript:alert(1)'])(
    'does not lead to %s',
    (target) => {
      expect(validateSignInSearch({ 'tro-lai': target })).toEqual({});
    },
  );
});
