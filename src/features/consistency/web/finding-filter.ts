import { SEVERITIES } from '#core/consistency/finding.ts';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import type { FindingQuery } from '#features/consistency/contract.ts';
import type { FindingsSearch } from '#web/search-params.ts';

/** How states are called in addresses; open contradictions are shown when nothing is said. */
export const STATE_SEGMENTS = {
  open: 'chua-xu-ly',
  resolved: 'da-xu-ly',
  accepted: 'chap-nhan',
} as const satisfies Record<DecidedFinding['state'], string>;
export const EVERY_STATE = 'tat-ca';

const STATES = ['open', 'resolved', 'accepted'] as const;

const findState = (segment: string | undefined): DecidedFinding['state'] | undefined =>
  segment === EVERY_STATE ? undefined : (STATES.find((state) => STATE_SEGMENTS[state] === segment) ?? 'open');

/** What an address asks for, as the API is asked. */
export const queryOf = (search: FindingsSearch): FindingQuery => ({
  state: findState(search['trang-thai']),
  kind: search.loai as FindingQuery['kind'],
  severity: SEVERITIES.find((severity) => severity === search['muc-do']),
  agency: search['co-quan'],
  documentId: search['van-ban'],
});

/** The agency as addresses name it. */
export const agencyKey = ({ code, name }: DecidedFinding['leads'][number]): string => code ?? name;

/** The facets by which contradictions are chosen; each gives what a contradiction answers to it. */
export const FACETS = {
  'trang-thai': ({ state }: DecidedFinding): readonly string[] => [STATE_SEGMENTS[state]],
  loai: ({ kind }: DecidedFinding): readonly string[] => [kind],
  'muc-do': ({ severity }: DecidedFinding): readonly string[] => [severity],
  'co-quan': ({ leads }: DecidedFinding): readonly string[] => leads.map(agencyKey),
  'van-ban': ({ statements }: DecidedFinding): readonly string[] => [
    ...new Set(statements.map(({ place }) => place.documentId)),
  ],
} as const;
export type Facet = keyof typeof FACETS;
export const FACET_NAMES: readonly Facet[] = ['trang-thai', 'muc-do', 'loai', 'co-quan', 'van-ban'];

const wantedOf = (search: FindingsSearch, facet: Facet): string | undefined => {
  if (facet !== 'trang-thai') return search[facet];
  const state = findState(search['trang-thai']);
  return state === undefined ? undefined : STATE_SEGMENTS[state];
};

/** The contradictions that fit the address, whatever it says of the facets left out. */
export const selectFindings = (
  findings: readonly DecidedFinding[],
  search: FindingsSearch,
  without: readonly Facet[] = [],
): readonly DecidedFinding[] =>
  findings.filter((finding) =>
    FACET_NAMES.every((facet) => {
      const wanted = without.includes(facet) ? undefined : wantedOf(search, facet);
      return wanted === undefined || FACETS[facet](finding).includes(wanted);
    }),
  );

/** How many contradictions each answer to a facet has, by what the other facets leave. */
export const countAnswers = (
  findings: readonly DecidedFinding[],
  search: FindingsSearch,
  facet: Facet,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const finding of selectFindings(findings, search, [facet])) {
    for (const answer of FACETS[facet](finding)) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  return counts;
};

/** One group of the list; the key is a kind, or an agency, blank where no agency leads. */
export interface FindingGroup {
  readonly key: string;
  readonly findings: readonly DecidedFinding[];
}

/** Groups in the order in which the list first comes to them; a contradiction between two agencies concerns both. */
export const groupFindings = (
  findings: readonly DecidedFinding[],
  by: 'loai' | 'co-quan',
): readonly FindingGroup[] => {
  const groups = new Map<string, DecidedFinding[]>();
  for (const finding of findings) {
    const answers = FACETS[by](finding);
    for (const key of answers.length === 0 ? [''] : answers) {
      groups.set(key, [...(groups.get(key) ?? []), finding]);
    }
  }
  return [...groups].map(([key, some]) => ({ key, findings: some }));
};
