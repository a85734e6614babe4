import type { AssetField, AssetRegister } from '#core/asset-register/asset-register.ts';
import { searchKey } from '#core/kernel/text.ts';
import type { AssetEntryView } from '#features/asset-register/contract.ts';
import type { RegisterColumn, RegisterFacet } from '#web/ui/register-table/register.ts';
import { describeAssetValue, type ValueWording } from './value-words.ts';

/** The name of a field in addresses, from its Vietnamese name: `cap-do-an-toan`. */
const addressOf = ({ name }: AssetField): string => searchKey(name.vi).replaceAll(' ', '-');

const isFiltered = (field: AssetField): boolean =>
  field.kind === 'yes-no' || (field.kind === 'choice' && field.isListed);

/** Facets of the list of entries by their names in addresses. */
export const listFacetIds = ({ fields }: AssetRegister): readonly string[] => [
  ...['co-quan', 'theo-doi', 'minh-chung', 'nguon', 'so-lieu'],
  ...fields.filter(isFiltered).map(addressOf),
];

const textOf = (field: AssetField, entry: AssetEntryView, wording: ValueWording): string =>
  describeAssetValue(field, entry.values[field.code], wording);

const NAME_WIDTH = 26;
const OWNER_WIDTH = 18;

/** Columns of the list of entries: what every entry has, then what the register lists. */
export const buildColumns = (
  { fields }: AssetRegister,
  wording: ValueWording,
): readonly RegisterColumn<AssetEntryView>[] => {
  const { words, format } = wording;
  const listed = fields.filter(({ isListed }) => isListed);
  const width = (100 - NAME_WIDTH - OWNER_WIDTH) / (listed.length + 2);
  return [
    {
      ...{ id: 'ten', header: words.name, width: NAME_WIDTH },
      text: ({ name }) => name,
      sortKey: ({ name }) => name,
    },
    {
      ...{ id: 'co-quan', header: words.organization, width: OWNER_WIDTH },
      text: ({ organization }) => organization.name,
      sortKey: ({ organization }) => organization.name,
    },
    ...listed.map((field, place) => ({
      ...{ id: addressOf(field), header: wording.pick(field.name), width },
      text: (entry: AssetEntryView) => textOf(field, entry, wording),
      sortKey: (entry: AssetEntryView) => textOf(field, entry, wording) || null,
      hiddenBelow: place < 3 ? 0 : 900,
    })),
    {
      ...{ id: 'minh-chung', header: words.evidence.column, width },
      text: ({ evidence }) =>
        evidence === 0 ? words.evidence.none : words.evidence.pieces(format.number(evidence)),
      sortKey: ({ evidence }) => String(evidence).padStart(4, '0'),
      hiddenBelow: 900,
    },
    {
      ...{ id: 'ghi-nhan', header: words.standing, width },
      text: ({ retiredOn, isSimulated }) =>
        [
          ...(retiredOn === null ? [] : [words.retiredFrom(format.day(retiredOn))]),
          ...(isSimulated ? [words.simulated] : []),
        ].join(', '),
    },
  ];
};

const fieldFacet = (field: AssetField, wording: ValueWording): RegisterFacet<AssetEntryView> => ({
  id: addressOf(field),
  label: wording.pick(field.name),
  groupable: true,
  values: (entry) => {
    const value = entry.values[field.code];
    if (typeof value !== 'string') return [];
    const order = field.kind === 'choice' ? field.choices.findIndex(({ code }) => code === value) : -1;
    return [{ key: value, label: textOf(field, entry, wording), ...(order >= 0 && { order }) }];
  },
});

/** What entries are filtered and grouped by; with a figure, also by whether they count for it. */
export const buildFacets = (
  { fields }: AssetRegister,
  figure: string | undefined,
  wording: ValueWording,
): readonly RegisterFacet<AssetEntryView>[] => {
  const { words } = wording;
  const counts: RegisterFacet<AssetEntryView> = {
    id: 'so-lieu',
    label: words.countsFor(figure?.split('/').at(-1) ?? ''),
    groupable: true,
    values: (entry) => {
      const verdict = figure === undefined ? undefined : entry.counts[figure];
      return [{ key: verdict ?? 'ngoai-ky', label: verdict ? words.verdicts[verdict] : words.notOnDay }];
    },
  };
  return [
    ...(figure === undefined ? [] : [counts]),
    {
      ...{ id: 'co-quan', label: words.organization, groupable: true },
      values: ({ organization: { code, name } }) => [{ key: code, label: name }],
    },
    ...fields.filter(isFiltered).map((field) => fieldFacet(field, wording)),
    {
      ...{ id: 'theo-doi', label: words.keeping },
      values: ({ retiredOn }) => [
        retiredOn === null ? { key: 'dang', label: words.kept } : { key: 'thoi', label: words.retired },
      ],
    },
    {
      ...{ id: 'minh-chung', label: words.evidence.column, groupable: true },
      values: ({ evidence }) => [
        evidence === 0
          ? { key: 'chua', label: words.evidence.hasNot }
          : { key: 'co', label: words.evidence.has },
      ],
    },
    {
      ...{ id: 'nguon', label: words.origin },
      values: ({ isSimulated }) => [
        isSimulated
          ? { key: 'mo-phong', label: words.simulated }
          : { key: 'xac-nhan', label: words.confirmed },
      ],
    },
  ];
};
