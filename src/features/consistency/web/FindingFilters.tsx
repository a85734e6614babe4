import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FINDING_KINDS, SEVERITIES } from '#core/consistency/finding.ts';
import { FINDING_STATES } from '#core/consistency/finding-standing.ts';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { findingMessages } from '#web/widgets/finding/messages.ts';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import {
  agencyKey,
  countAnswers,
  EVERY_STATE,
  FACET_NAMES,
  STATE_SEGMENTS,
  type Facet,
} from './finding-filter.ts';
import styles from './FindingsPage.module.css';
import { consistencyMessages } from './messages.ts';

type Names = Readonly<Record<Facet, ReadonlyMap<string, string>>>;

const useNames = (findings: readonly DecidedFinding[]): Names => {
  const { kinds, severities } = useMessages(findingMessages);
  const words = useMessages(consistencyMessages);
  const itemWords = useMessages(planItemMessages);
  const leads = findings.flatMap((finding) => finding.leads);
  const documents = findings.flatMap(({ statements }) => statements.map(({ document }) => document));
  return {
    'trang-thai': new Map(FINDING_STATES.map((state) => [STATE_SEGMENTS[state], words.states[state]])),
    'muc-do': new Map(SEVERITIES.map((severity) => [severity, severities[severity]])),
    loai: new Map(FINDING_KINDS.map((kind) => [kind, kinds[kind]])),
    'co-quan': new Map(leads.map((lead) => [agencyKey(lead), lead.name])),
    'van-ban': new Map(documents.map((document) => [document.id, documentShortTitle(document, itemWords)])),
  };
};

/** The choices above the list, each answer with what the other choices leave for it. */
export const FindingFilters = ({ findings }: { readonly findings: readonly DecidedFinding[] }) => {
  const words = useMessages(consistencyMessages);
  const names = useNames(findings);
  const search = useSearch({ from: '/shell/mau-thuan' });
  const navigate = useNavigate({ from: '/mau-thuan' });
  return (
    <div className={styles.filters}>
      {FACET_NAMES.map((facet) => (
        <FacetChoice key={facet} facet={facet} findings={findings} names={names[facet]} />
      ))}
      <NativeSelect
        label={words.groupBy}
        value={search.nhom ?? ''}
        data={[
          { value: '', label: words.groups.loai },
          { value: 'co-quan', label: words.groups['co-quan'] },
        ]}
        onChange={({ currentTarget: { value } }) => {
          const nhom = value === 'co-quan' ? ('co-quan' as const) : undefined;
          void navigate({ search: { ...search, nhom }, replace: true });
        }}
      />
    </div>
  );
};

interface FacetChoiceProps {
  readonly facet: Facet;
  readonly findings: readonly DecidedFinding[];
  readonly names: ReadonlyMap<string, string>;
}

const FacetChoice = ({ facet, findings, names }: FacetChoiceProps) => {
  const words = useMessages(consistencyMessages);
  const format = useFormat();
  const search = useSearch({ from: '/shell/mau-thuan' });
  const navigate = useNavigate({ from: '/mau-thuan' });
  const counts = countAnswers(findings, search, facet);
  const isState = facet === 'trang-thai';
  const chosen = search[facet] ?? (isState ? STATE_SEGMENTS.open : '');
  const answers = [...names].filter(([value]) => isState || counts.has(value) || value === chosen);
  return (
    <NativeSelect
      label={words.filters[facet]}
      value={chosen}
      data={[
        { value: isState ? EVERY_STATE : '', label: words.all },
        ...answers.map(([value, name]) => ({
          value,
          label: words.counted(name, format.number(counts.get(value) ?? 0)),
        })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const isDefault = value === '' || (isState && value === STATE_SEGMENTS.open);
        const next = { ...search, [facet]: isDefault ? undefined : value, mo: undefined };
        void navigate({ search: next, replace: true });
      }}
    />
  );
};
