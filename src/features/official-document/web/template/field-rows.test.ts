import { expect, it } from 'vitest';
import { templateFieldsOf } from '#core/report/template/template-fields.ts';
import { PAPER_KINDS } from '#core/report/writing/write-document.ts';
import { fieldRows } from './field-rows.ts';
import { fieldWords as en } from './field-words.en.ts';
import { fieldWords as vi } from './field-words.vi.ts';

it('has words for every placeholder, and for no other', () => {
  const names = new Set(
    PAPER_KINDS.flatMap((kind) => fieldRows(templateFieldsOf(kind)).map(({ name }) => name)),
  );
  expect(Object.keys(vi).toSorted()).toEqual([...names].toSorted());
  expect(Object.keys(en).toSorted()).toEqual([...names].toSorted());
});
