import { useMemo } from 'react';
import type { RoundMember } from '#contract/reporting-round.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { RegisterTable } from '#web/ui/register-table/RegisterTable.tsx';
import { useRegisterState } from '#web/ui/register-table/use-register-state.ts';
import { buildColumns, buildFacets, FACET_IDS, STATE_FACET } from './member-register.tsx';
import { roundMessages } from './messages.ts';
import { Wall } from './Wall.tsx';

const idOf = ({ organization }: RoundMember): string => organization.code;

const linkOf = ({ submissionId, organization }: RoundMember) =>
  submissionId === null
    ? ({ to: '/co-quan/$code', params: { code: organization.code } } as const)
    : ({ to: '/tham-dinh/$id', params: { id: submissionId } } as const);

interface MembersProps {
  readonly members: readonly RoundMember[];
}

/** The wall of a round; a state chosen on it filters the table, both by the address. */
export const WallSection = ({ members }: MembersProps) => {
  const words = useMessages(roundMessages);
  const [state, setState] = useRegisterState(FACET_IDS);
  return (
    <Section title={words.round.wall} lead={words.round.wallLead}>
      <Wall
        members={members}
        chosen={state.filters[STATE_FACET] ?? null}
        onChoose={(chosen) => {
          const { [STATE_FACET]: _, ...others } = state.filters;
          setState({ ...state, filters: chosen === null ? others : { ...others, [STATE_FACET]: chosen } });
        }}
      />
    </Section>
  );
};

/** Every organization of a round in a table: filtered by state, kind and timeliness, sorted by any column. */
export const MemberSection = ({ members }: MembersProps) => {
  const words = useMessages(roundMessages);
  const format = useFormat();
  const [state, setState] = useRegisterState(FACET_IDS);
  const columns = useMemo(() => buildColumns(words, format), [words, format]);
  const facets = useMemo(() => buildFacets(words), [words]);
  return (
    <Section title={words.round.table}>
      <RegisterTable
        label={words.round.table}
        columns={columns}
        facets={facets}
        rows={members}
        rowId={idOf}
        rowLink={linkOf}
        state={state}
        onStateChange={setState}
        empty={<EmptyState title={words.round.tableEmpty} />}
      />
    </Section>
  );
};
