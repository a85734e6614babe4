import type { AssetRegister } from '#core/asset-register/asset-register.ts';
import type { AssetRevision } from '#features/asset-register/contract.ts';
import { describeAssetValue, type ValueWording } from './value-words.ts';

type State = Pick<AssetRevision, 'name' | 'values' | 'retiredOn'>;

/** What an edit changed, a line for each field; of the first state nothing, for there was none before. */
export const listRevisionChanges = (
  { fields }: AssetRegister,
  before: State | undefined,
  after: State,
  wording: ValueWording,
): readonly string[] => {
  if (!before) return [];
  const { words, format, pick } = wording;
  const shown = [
    { label: words.name, of: ({ name }: State) => name },
    ...fields.map((field) => ({
      label: pick(field.name),
      of: ({ values }: State) => describeAssetValue(field, values[field.code], wording),
    })),
    {
      label: words.keeping,
      of: ({ retiredOn }: State) =>
        retiredOn === null ? words.kept : words.retiredFrom(format.day(retiredOn)),
    },
  ];
  return shown.flatMap(({ label, of }) => {
    const [old, present] = [of(before), of(after)];
    return old === present ? [] : [words.changed(label, old || words.nothing, present || words.nothing)];
  });
};
