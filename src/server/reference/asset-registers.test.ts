import { describe, expect, it } from 'vitest';
import { listConditionFields } from '#core/asset-register/asset-condition.ts';
import { isOfFamily } from '#core/asset-register/asset-register.ts';
import { assetRegisters } from './asset-registers.ts';
import { referenceFrameworks } from './frameworks.ts';

const duplicates = (names: readonly string[]): readonly string[] =>
  names.filter((name, place) => names.indexOf(name) !== place);

describe.each(assetRegisters)('the register $code', (register) => {
  const fields = register.fields.map(({ code }) => code);

  it('names each field once', () => {
    expect(duplicates(fields)).toEqual([]);
    expect(duplicates(register.fields.flatMap(({ name }) => [name.vi, name.en]))).toEqual([]);
  });

  it('asks in its conditions about fields that it has', () => {
    const asked = [
      ...register.fields.flatMap(({ requiredWhen }) =>
        requiredWhen ? listConditionFields(requiredWhen) : [],
      ),
      ...register.figures.flatMap(({ where }) => (where ? listConditionFields(where) : [])),
      ...register.figures.flatMap(({ distinctBy }) => distinctBy ?? []),
      ...[register.beginsOn ?? []].flat(),
    ];
    expect(asked.filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('gives figures that frameworks have', () => {
    const missing = register.figures.filter(
      ({ framework: family, item }) =>
        !referenceFrameworks.some(
          ({ code, dataItems }) => isOfFamily(code, family) && dataItems.some((one) => one.code === item),
        ),
    );
    expect(missing).toEqual([]);
    const ownItems = register.figures.map(({ framework, item }) => `${framework}/${item}`);
    expect(duplicates(ownItems)).toEqual([]);
    const wholes = register.figures.flatMap(({ framework, outOf }) =>
      outOf === null ? [] : [`${framework}/${outOf}`],
    );
    expect(wholes.filter((whole) => !ownItems.includes(whole))).toEqual([]);
  });
});

it('registers stand at addresses of their own', () => {
  expect(duplicates(assetRegisters.flatMap(({ code, path }) => [code, path]))).toEqual([]);
});
