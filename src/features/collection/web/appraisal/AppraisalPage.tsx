import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubmissionForm } from '#contract/submission.ts';
import type { AnswerChange } from '#features/collection/follow-up-contract.ts';
import { problemOf } from '#web/api/problem-error.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { SubmissionStateBadge } from '#features/collection/web/SubmissionStateBadge.tsx';
import { Saved } from '#features/collection/web/rounds/Saved.tsx';
import {
  type AppraisalRow,
  buildRows,
  findFirstAppraisal,
  listClear,
  selectRows,
  type View,
  VIEWS,
} from './appraisal-rows.ts';
import { AppraisalTable } from './AppraisalTable.tsx';
import { plainDecision } from './decision-draft.ts';
import { appraisalMessages, type AppraisalWords } from './messages.ts';
import { changesQuery, submissionQuery } from './queries.ts';
import { SubmissionActions } from './SubmissionActions.tsx';
import { useDecisions } from './use-decisions.ts';
import styles from './Appraisal.module.css';

const findingOf = (
  form: SubmissionForm,
  rows: readonly AppraisalRow[],
  format: Format,
  words: AppraisalWords,
): string => {
  const { organization, completeness, mayAppraise } = form;
  const all = format.number(rows.length);
  if (!mayAppraise) {
    return words.findingRead(
      organization.name,
      format.number(completeness.asked),
      format.number(completeness.answered),
    );
  }
  const open = rows.filter(({ decision }) => decision === null);
  const returned = rows.filter(({ decision }) => decision === 'returned').length;
  if (open.length === 0) return words.findingDone(organization.name, all, format.number(returned));
  const attention = open.filter(({ needsAttention }) => needsAttention).length;
  return words.finding(organization.name, all, format.number(open.length), format.number(attention));
};

const AppraisalLead = ({ form, isPartial, since, changed }: LeadProps) => {
  const words = useMessages(appraisalMessages);
  const format = useFormat();
  const first = findFirstAppraisal(form);
  const second =
    first !== null
      ? words.secondStepNow(first.by ?? words.bySystem)
      : form.round.appraisalSteps > 1
        ? words.secondStep
        : '';
  return (
    <>
      <SubmissionStateBadge state={form.state} /> {isPartial && `${words.onlyOwn} `}
      {since !== null &&
        `${
          changed === 0
            ? words.noChangesSince(format.instant(since))
            : words.changesSince(format.number(changed), format.instant(since))
        } `}
      {second}
    </>
  );
};

interface LeadProps {
  readonly form: SubmissionForm;
  readonly isPartial: boolean;
  readonly since: string | null;
  readonly changed: number;
}

const StepTable = ({ steps }: Pick<SubmissionForm, 'steps'>) => {
  const words = useMessages(appraisalMessages);
  const format = useFormat();
  return (
    <FigureTable
      caption={words.history}
      rows={steps}
      rowKey={({ at, action }) => `${at} ${action}`}
      columns={[
        { key: 'at', title: words.at, cell: ({ at }) => format.instant(at) },
        { key: 'what', title: words.what, cell: ({ action }) => words.actions[action] },
        { key: 'who', title: words.who, cell: ({ by }) => by ?? words.bySystem },
        { key: 'reason', title: words.reason, cell: ({ reason }) => reason ?? '–' },
      ]}
    />
  );
};

const isView = (text: string | undefined): text is View => VIEWS.some((view) => view === text);

interface FiguresProps {
  readonly form: SubmissionForm;
  readonly rows: readonly AppraisalRow[];
}

const Figures = ({ form, rows }: FiguresProps) => {
  const words = useMessages(appraisalMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { xem } = useSearch({ from: '/shell/tham-dinh/$id' });
  const view = isView(xem) ? xem : 'all';
  const decisions = useDecisions(form.id);
  const [accepted, setAccepted] = useState<string | null>(null);
  const clear = form.mayAppraise ? listClear(rows) : [];
  const shown = selectRows(rows, view);
  const refused = decisions.data?.refused[0];
  return (
    <section aria-label={words.table}>
      <div className={styles.bar}>
        <NativeSelect
          label={words.show}
          value={view}
          data={VIEWS.map((one) => ({
            value: one,
            label: `${words.views[one]} (${format.number(selectRows(rows, one).length)})`,
          }))}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            void navigate({
              to: '.',
              search: chosen === 'all' ? {} : { xem: chosen },
              replace: true,
              resetScroll: false,
            });
          }}
        />
        {clear.length > 0 && (
          <Button
            loading={decisions.isPending}
            onClick={() => {
              decisions.mutate(
                clear.map((row) => plainDecision(row, 'accepted')),
                {
                  onSuccess: ({ saved }) => {
                    setAccepted(words.accepted(format.number(saved.length)));
                  },
                },
              );
            }}
          >
            {words.acceptClear(format.number(clear.length))}
          </Button>
        )}
      </div>
      {form.mayAppraise && <p className={styles.quiet}>{words.keys}</p>}
      <Saved sentence={accepted} />
      {decisions.error && <ErrorState error={decisions.error} />}
      {refused && <ErrorState error={problemOf(refused)} where={refused.item} />}
      {shown.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <AppraisalTable
          rows={shown}
          isOpen={form.mayAppraise}
          isSaving={decisions.isPending}
          onDecide={(input) => {
            setAccepted(null);
            decisions.mutate([input]);
          }}
        />
      )}
    </section>
  );
};

interface AppraisalProps {
  readonly form: SubmissionForm;
  readonly changes: { readonly since: string | null; readonly items: readonly AnswerChange[] };
}

const Appraisal = ({ form, changes }: AppraisalProps) => {
  const words = useMessages(appraisalMessages);
  const format = useFormat();
  const pick = usePickText();
  const readsRounds = usePermission('round.read');
  const [done, setDone] = useState<string | null>(null);
  const rows = buildRows(form, changes.items);
  const { round } = form;
  const changed = rows.filter(({ change }) => change !== null).length;
  return (
    <Page
      wide
      title={findingOf(form, rows, format, words)}
      eyebrow={
        <>
          {readsRounds ? (
            <Link to="/dot-bao-cao/$id" params={{ id: round.id }}>
              {round.title}
            </Link>
          ) : (
            round.title
          )}
          {` › ${format.period(round.period)} · ${pick(round.framework.title)}`}
        </>
      }
      lead={
        <AppraisalLead
          form={form}
          isPartial={rows.length < form.completeness.asked}
          since={changes.since}
          changed={changed}
        />
      }
      actions={<SubmissionActions form={form} onDone={setDone} />}
    >
      <Saved sentence={done} />
      <Figures form={form} rows={rows} />
      {form.steps.length > 0 && (
        <Section title={words.history}>
          <StepTable steps={form.steps} />
        </Section>
      )}
    </Page>
  );
};

/** A report before its appraiser: each figure beside the one before, what was found, and one decision after the other. */
const AppraisalPage = () => {
  const words = useMessages(appraisalMessages);
  const { id } = useParams({ from: '/shell/tham-dinh/$id' });
  const form = useQuery(submissionQuery(id));
  const changes = useQuery(changesQuery(id));
  const error = form.error ?? changes.error;
  if (error) {
    return (
      <Page title={words.loading}>
        <ErrorState
          error={error}
          where={words.loading}
          onRetry={() => {
            void form.refetch();
            void changes.refetch();
          }}
        />
      </Page>
    );
  }
  if (!form.data || !changes.data) {
    return (
      <Page title={words.loading}>
        <LoadingState lines={12} />
      </Page>
    );
  }
  return <Appraisal key={id} form={form.data} changes={changes.data} />;
};

export default AppraisalPage;
