import { Button, Radio } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { createRound } from '#features/collection/contract.ts';
import { call } from '#web/api/call.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { roundMessages } from './messages.ts';
import { PreviewChoices, type RoundPreview } from './PreviewChoices.tsx';
import { ProposalTable } from './ProposalTable.tsx';
import { COLLECTION_KEY, previewQuery } from './queries.ts';
import {
  BASES,
  type Basis,
  type DraftFault,
  EMPTY_DRAFT,
  inputOf,
  listAskedCodes,
  listFaults,
  type RoundDraft,
  takeProposal,
} from './round-draft.ts';
import { RoundFields } from './RoundFields.tsx';
import styles from './rounds.module.css';

// A request of one's own begins with nothing and is picked together; the others begin with all.
const leaveOut = (basis: Basis, preview: RoundPreview | undefined) => ({
  basis,
  withoutOrganizations: [],
  withoutItems: basis === 'ad-hoc' ? (preview?.items ?? []).map(({ code }) => code) : [],
});

const useFaultSentence = () => {
  const { form: words } = useMessages(roundMessages);
  return (fault: DraftFault): string =>
    ({
      'name-missing': words.nameMissing,
      'framework-missing': words.frameworkMissing,
      'period-malformed': words.periodMalformed,
      'due-missing': words.dueMissing,
      'lock-before-due': words.lockBeforeDue,
      nobody: words.nobody,
    })[fault];
};

const FaultList = ({ faults }: { readonly faults: readonly DraftFault[] }) => {
  const { form: words } = useMessages(roundMessages);
  const format = useFormat();
  const sentenceOf = useFaultSentence();
  return faults.length === 0 ? null : (
    <div role="alert" className={styles.attention}>
      <strong>{words.problems(format.number(faults.length))}</strong>
      <ul style={{ margin: 0 }}>
        {faults.map((fault) => (
          <li key={fault}>{sentenceOf(fault)}</li>
        ))}
      </ul>
    </div>
  );
};

const useSaving = () => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  // One id until the server has answered: a retry after a lost answer must not prepare it twice.
  const writeId = useRef(newId());
  return useMutation({
    mutationFn: ({ draft, preview }: { readonly draft: RoundDraft; readonly preview: RoundPreview }) =>
      call(createRound, { body: inputOf(draft, preview, writeId.current) }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: COLLECTION_KEY });
      await navigate({ to: '/dot-bao-cao/$id', params: { id } });
    },
    onError: (error) => {
      if (toProblem(error).code !== 'network.unreachable') writeId.current = newId();
    },
  });
};

const countLeft = (all: readonly { readonly code: string }[], without: readonly string[]): number =>
  all.filter(({ code }) => !without.includes(code)).length;

/** Prepares a round: from a reporting duty of a plan, from a framework, or for a request of one's own. */
const NewRoundPage = () => {
  const { form: words, list } = useMessages(roundMessages);
  const format = useFormat();
  const [draft, setDraft] = useState<RoundDraft>(EMPTY_DRAFT);
  const [year, setYear] = useState(() => Number(/\d{4}/u.exec(format.today())?.[0]));
  const [isChecked, setChecked] = useState(false);
  const preview = useQuery(previewQuery(draft.framework, draft.dueDay));
  const saving = useSaving();
  const faults = isChecked ? listFaults(draft, preview.data) : [];
  const change = (part: Partial<RoundDraft>) => {
    setDraft((present) => ({ ...present, ...part }));
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    if (preview.data && listFaults(draft, preview.data).length === 0) {
      saving.mutate({ draft, preview: preview.data });
    }
  };
  const title = preview.data
    ? words.titleReady(
        format.number(countLeft(listAskedCodes(preview.data, draft.plans), draft.withoutOrganizations)),
        format.number(countLeft(preview.data.items, draft.withoutItems)),
        format.number(draft.plans.length),
      )
    : words.title;
  return (
    <Page wide title={title} eyebrow={<Link to="/dot-bao-cao">{list.loading}</Link>} lead={words.lead}>
      <form className={styles.wideForm} onSubmit={submit} noValidate aria-label={words.title}>
        <Radio.Group
          label={words.basis}
          value={draft.basis}
          onChange={(chosen) => {
            const basis = BASES.find((known) => known === chosen);
            if (basis) change(leaveOut(basis, preview.data));
          }}
        >
          <div className={styles.buttons} style={{ gap: '1rem' }}>
            {BASES.map((basis) => (
              <Radio key={basis} value={basis} label={words.bases[basis]} />
            ))}
          </div>
        </Radio.Group>
        {draft.basis === 'duty' && (
          <Section title={words.duties}>
            <ProposalTable
              year={year}
              onYear={setYear}
              isChosen={({ dutyId, dueDay }) => dutyId === draft.dutyId && dueDay === draft.dueDay}
              onChoose={(proposal) => {
                setDraft(takeProposal(draft, proposal, words.nameOf(format.period(proposal.period))));
              }}
            />
          </Section>
        )}
        <RoundFields draft={draft} faults={faults} onChange={change} />
        {draft.framework === '' || draft.dueDay === '' ? (
          <EmptyState title={words.previewNeeds} />
        ) : preview.isError ? (
          <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
        ) : preview.data ? (
          <PreviewChoices
            preview={preview.data}
            plans={draft.plans}
            onPlans={(plans) => {
              change({ plans });
            }}
            withoutOrganizations={draft.withoutOrganizations}
            withoutItems={draft.withoutItems}
            onOrganizations={(withoutOrganizations) => {
              change({ withoutOrganizations });
            }}
            onItems={(withoutItems) => {
              change({ withoutItems });
            }}
          />
        ) : (
          <LoadingState lines={8} />
        )}
        <FaultList faults={faults} />
        {saving.error && <ErrorState error={saving.error} />}
        <div className={styles.buttons}>
          <Button type="submit" loading={saving.isPending}>
            {words.save}
          </Button>
          <Button variant="default" renderRoot={(props) => <Link to="/dot-bao-cao" {...props} />}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Page>
  );
};

export default NewRoundPage;
