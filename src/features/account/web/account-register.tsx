import type { AccountRow } from '#features/account/administration-contract.ts';
import type { Format } from '#web/i18n/format.ts';
import type { Role } from '#core/access/permissions.ts';
import type { RegisterColumn, RegisterFacet } from '#web/ui/register-table/register.ts';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import type { AdministrationWords } from './administration-messages.ts';

/** Facets of the list of accounts by their names in addresses. */
export const FACET_IDS = ['vai-tro', 'co-quan', 'trang-thai', 'hai-buoc'] as const;

const STATES = [
  'new',
  'invited',
  'active',
  'disabled',
  'erased',
] as const satisfies readonly AccountRow['state'][];

const TONES: Readonly<Record<AccountRow['state'], StateTone>> = {
  new: 'warning',
  invited: 'open',
  active: 'good',
  disabled: 'bad',
  erased: 'neutral',
};

/** What a state of an account looks like. */
export const toneOf = (state: AccountRow['state']): StateTone => TONES[state];

/** Everything that the list needs to speak the present language. */
export interface AccountWording {
  readonly words: AdministrationWords;
  readonly roles: Readonly<Record<Role, string>>;
  readonly format: Format;
}

/** Organizations of a person: where the person works, and those for which a role is held. */
const organizationsOf = ({
  organization,
  holdings,
}: AccountRow): readonly { code: string; name: string }[] => {
  const all = [organization, ...holdings.map((holding) => holding.organization)].filter(
    (one) => one !== null,
  );
  return [...new Map(all.map((one) => [one.code, one])).values()];
};

const rolesOf = ({ holdings }: AccountRow): readonly Role[] => [...new Set(holdings.map(({ role }) => role))];

/** Columns of the list of accounts. */
export const buildColumns = ({
  words,
  roles,
  format,
}: AccountWording): readonly RegisterColumn<AccountRow>[] => [
  {
    id: 'ten',
    header: words.columns.name,
    width: 22,
    text: ({ displayName }) => displayName,
    sortKey: ({ displayName }) => displayName,
  },
  {
    id: 'dang-nhap',
    header: words.columns.username,
    width: 14,
    text: ({ username }) => username,
    sortKey: ({ username }) => username,
  },
  {
    id: 'co-quan',
    header: words.columns.organization,
    width: 22,
    text: (row) =>
      organizationsOf(row)
        .map(({ name }) => name)
        .join('; '),
    sortKey: (row) => organizationsOf(row)[0]?.name ?? null,
    hiddenBelow: 700,
  },
  {
    id: 'vai-tro',
    header: words.columns.roles,
    width: 16,
    text: (row) =>
      rolesOf(row)
        .map((role) => roles[role])
        .join('; '),
  },
  {
    id: 'trang-thai',
    header: words.columns.state,
    width: 13,
    text: ({ state }) => words.states[state],
    cell: ({ state }) => <StateBadge tone={toneOf(state)}>{words.states[state]}</StateBadge>,
    sortKey: ({ state }) => STATES.indexOf(state),
  },
  {
    id: 'gan-nhat',
    header: words.columns.lastSignIn,
    width: 13,
    text: ({ lastSignInAt }) => (lastSignInAt === null ? words.never : format.instant(lastSignInAt)),
    sortKey: ({ lastSignInAt }) => lastSignInAt,
    hiddenBelow: 900,
  },
];

/** What accounts are filtered and grouped by. */
export const buildFacets = ({ words, roles }: AccountWording): readonly RegisterFacet<AccountRow>[] => [
  {
    id: 'vai-tro',
    label: words.columns.roles,
    groupable: true,
    values: (row) => rolesOf(row).map((role) => ({ key: role, label: roles[role] })),
  },
  {
    id: 'co-quan',
    label: words.columns.organization,
    groupable: true,
    values: (row) => organizationsOf(row).map(({ code, name }) => ({ key: code, label: name })),
  },
  {
    id: 'trang-thai',
    label: words.columns.state,
    groupable: true,
    values: ({ state }) => [{ key: state, label: words.states[state], order: STATES.indexOf(state) }],
  },
  {
    id: 'hai-buoc',
    label: words.columns.factor,
    values: ({ hasSecondFactor }) => [
      hasSecondFactor ? { key: 'co', label: words.withFactor } : { key: 'khong', label: words.withoutFactor },
    ],
  },
];
