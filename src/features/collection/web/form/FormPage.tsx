import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import type { SubmissionForm } from '#contract/submission.ts';
import { SubmissionStateBadge } from '#features/collection/web/SubmissionStateBadge.tsx';
import { submissionQuery } from '#features/collection/web/submission-queries.ts';
import { WorkbookPanel } from '#features/collection/web/workbook/WorkbookPanel.tsx';
import { useMessages } from '#web/i18n/locale.tsx';
import { usePermission, useSession } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { DifficultySection } from '#web/widgets/difficulty/DifficultySection.tsx';
import { AnswerGrid } from './AnswerGrid.tsx';
import { applySaved } from './apply-saved.ts';
import { type CheckedForm, checkForm, countUnmended, listHindrances } from './check-form.ts';
import { CommonReason } from './CommonReason.tsx';
import { FormBar } from './FormBar.tsx';
import { OpenFormProvider, useBuiltForm, useOpenForm } from './form-context.ts';
import styles from './Form.module.css';
import { formMessages } from './messages.ts';
import { ReturnedItems } from './ReturnedItems.tsx';
import { StepHistory } from './StepHistory.tsx';
import { useAnswerSaver } from './use-answer-saver.ts';

/** The deadline with both of its days, the lock day, and what the figures are. */
const Deadlines = () => {
  const { form, language } = useOpenForm();
  const { words, format } = language;
  const { round, extendedUntil } = form;
  const { schedule } = round;
  const facts = [
    words.days(
      format.day(schedule.remindDay),
      format.day(schedule.lastDay),
      format.day(schedule.lateAfterDay),
    ),
    ...(schedule.lockDay === null ? [] : [words.lock(format.day(schedule.lockDay))]),
    ...(extendedUntil === null ? [] : [words.extended(format.day(extendedUntil))]),
    words.kinds[round.valueKind],
  ];
  return (
    <p className={styles.facts}>
      <SubmissionStateBadge state={form.state} /> {facts.join(' · ')}
      {!form.mayWrite && <span className={styles.source}>{words.readOnly}</span>}
    </p>
  );
};

const useFinding = (checked: CheckedForm): string => {
  const { form, language } = useOpenForm();
  const { words, format } = language;
  const answered = format.number(checked.answered);
  const finding = words.finding(form.organization.name, answered, format.number(checked.rows.length));
  if (!form.mayWrite) return finding;
  const hindrances = listHindrances(checked);
  const unmended = form.state === 'returned' ? countUnmended(checked) : 0;
  if (unmended > 0) return words.findingReturned(finding, format.number(unmended));
  if (hindrances.length === 0) return words.findingReady(finding);
  // How many are missing says the count of what is filled in.
  const wrong = hindrances.filter((one) => one.kind === 'problem' || one.finding.code !== 'answer-missing');
  return wrong.length === 0 ? finding : words.findingHindered(finding, format.number(wrong.length));
};

const FormContent = ({
  checked,
  state,
}: {
  readonly checked: CheckedForm;
  readonly state: ReturnType<typeof useAnswerSaver>['state'];
}) => {
  const { form, language } = useOpenForm();
  const { words, format } = language;
  const { round } = form;
  return (
    <Page
      wide
      title={useFinding(checked)}
      eyebrow={
        <>
          <Link to="/viec-cua-toi">{words.workLink}</Link>
          {` › ${round.title} › ${format.period(round.period)}`}
        </>
      }
      lead={<Deadlines />}
      actions={
        <Link to="/bao-cao/$id/ban-in" params={{ id: form.id }} className={styles.printLink}>
          <Printer aria-hidden size={16} /> {words.print}
        </Link>
      }
    >
      <FormBar checked={checked} state={state} />
      <ReturnedItems checked={checked} />
      <CommonReason checked={checked} />
      <AnswerGrid checked={checked} />
      <WorkbookPanel submissionId={form.id} mayWrite={form.mayWrite} />
      <DifficultySection about={form.id} kind="bao-cao" />
      <StepHistory />
    </Page>
  );
};

/** A form that has been read: what is entered is kept, checked and saved as it is entered. */
const OpenedForm = ({ form: read }: { readonly form: SubmissionForm }) => {
  const { account } = useSession();
  const mayRaise = usePermission('difficulty.raise');
  const { saver, state } = useAnswerSaver(read);
  const { entries } = state.outbox;
  const form = useMemo(
    () => applySaved(read, state.saved, account.displayName),
    [read, state.saved, account.displayName],
  );
  const checked = useMemo(() => checkForm(form, entries), [form, entries]);
  return (
    <OpenFormProvider value={useBuiltForm(form, saver, mayRaise)}>
      <FormContent checked={checked} state={state} />
    </OpenFormProvider>
  );
};

/** The form in which an organization reports what a round asks it for. */
const FormPage = () => {
  const words = useMessages(formMessages);
  const { account } = useSession();
  const { id } = useParams({ from: '/shell/bao-cao/$id' });
  const form = useQuery(submissionQuery(id));
  // What could not be read anew stays: somebody may be typing.
  if (form.data) return <OpenedForm key={`${account.username} ${id}`} form={form.data} />;
  return (
    <Page title={words.loading} eyebrow={<Link to="/viec-cua-toi">{words.workLink}</Link>}>
      {form.isError ? (
        <ErrorState error={form.error} where={words.loading} onRetry={() => void form.refetch()} />
      ) : (
        <LoadingState lines={14} />
      )}
    </Page>
  );
};

export default FormPage;
