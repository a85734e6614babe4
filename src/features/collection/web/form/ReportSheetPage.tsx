import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { shownCode } from '#core/task-progress/task-codes.ts';
import { TASK_GROUP } from '#core/task-progress/task-form.ts';
import type { AnswerInput, SubmissionForm } from '#contract/submission.ts';
import { submissionMessages } from '#features/collection/web/submission-messages.ts';
import { submissionQuery } from '#features/collection/web/submission-queries.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { useSession } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { BLANK } from '#core/scoring/data-value.ts';
import { loadOutbox } from './kept-outbox.ts';
import { formMessages } from './messages.ts';
import styles from './Sheet.module.css';

const SIGNERS = ['reporter', 'head'] as const;

const Signatures = () => {
  const { sheet } = useMessages(formMessages);
  return (
    <section aria-label={sheet.signatures} className={styles.signatures}>
      <p className={styles.date}>{sheet.place}</p>
      <div className={styles.signers}>
        {SIGNERS.map((signer) => (
          <div key={signer} className={styles.signer}>
            <strong>{sheet[signer]}</strong>
            <span>{signer === 'head' ? sheet.signHeadHint : sheet.hint}</span>
          </div>
        ))}
      </div>
    </section>
  );
};

type SheetWords = ReturnType<typeof useMessages<(typeof formMessages)['vi']>>;

const describeTaskWords = (task: AnswerInput['task'], words: SheetWords): readonly string[] => [
  ...(task?.difficulties ? [`${words.task.difficulties}: ${task.difficulties}`] : []),
  ...(task?.result ? [`${words.task.result}: ${task.result}`] : []),
];

const Sheet = ({ form }: { readonly form: SubmissionForm }) => {
  const words = useMessages(formMessages);
  const { states } = useMessages(submissionMessages);
  const format = useFormat();
  const pick = usePickText();
  const { locale } = useLocale();
  return (
    <>
      <Facts
        facts={[
          { label: words.sheet.organization, value: form.organization.name },
          {
            label: words.sheet.period,
            value: `${format.period(form.round.period)}, ${words.kinds[form.round.valueKind]}`,
          },
          { label: words.sheet.state, value: states[form.state] },
        ]}
      />
      {form.groups.map((group) => (
        <Section
          key={group.code}
          title={
            group.code === TASK_GROUP ? pick(group.name) : words.groupTitle(group.code, pick(group.name))
          }
        >
          <FigureTable
            caption={pick(group.name)}
            rows={group.indicators.flatMap(({ items }) => items)}
            rowKey={({ subject, item }) => `${subject}/${item.code}`}
            columns={[
              {
                key: 'item',
                title: words.columns.item,
                cell: ({ item }) => `${shownCode(item.code)} ${pick(item.name)}`.trim(),
              },
              {
                key: 'previous',
                title: words.columns.previous,
                kind: 'figure',
                width: '18%',
                cell: ({ item, previous }) =>
                  previous ? describeValue(item, previous.value, locale) : words.noPrevious,
              },
              {
                key: 'value',
                title: words.columns.present,
                kind: 'figure',
                width: '18%',
                cell: ({ item, answer }) => describeValue(item, answer?.value ?? BLANK, locale),
              },
              {
                key: 'words',
                title: words.sheet.noteAndExplanation,
                width: '26%',
                cell: ({ answer }) =>
                  [answer?.note, answer?.explanation, ...describeTaskWords(answer?.task, words)]
                    .filter((text) => (text ?? '') !== '')
                    .join('; '),
              },
            ]}
          />
        </Section>
      ))}
      <Signatures />
    </>
  );
};

/** A report as the server has it, to be printed and signed. */
const ReportSheetPage = () => {
  const words = useMessages(formMessages);
  const format = useFormat();
  const { account } = useSession();
  const { id } = useParams({ from: '/shell/bao-cao/$id/ban-in' });
  const form = useQuery(submissionQuery(id));
  const back = (
    <Link to="/bao-cao/$id" params={{ id }}>
      {words.sheet.back}
    </Link>
  );
  if (!form.data) {
    return (
      <Page title={words.sheet.loading} eyebrow={back}>
        {form.isError ? (
          <ErrorState error={form.error} where={words.sheet.loading} onRetry={() => void form.refetch()} />
        ) : (
          <LoadingState lines={14} />
        )}
      </Page>
    );
  }
  const unsaved = loadOutbox({ username: account.username, submissionId: id }).entries.size;
  return (
    <Page
      title={words.sheet.title(form.data.round.title)}
      eyebrow={back}
      lead={
        <>
          {unsaved > 0 && <p role="alert">{words.sheet.unsaved(format.number(unsaved))}</p>}
          {words.sheet.asOf(format.instant(new Date(form.dataUpdatedAt).toISOString()))}
        </>
      }
      actions={
        <Button
          variant="default"
          leftSection={<Printer aria-hidden size={16} />}
          onClick={() => {
            window.print();
          }}
        >
          {words.sheet.print}
        </Button>
      }
    >
      <Sheet form={form.data} />
    </Page>
  );
};

export default ReportSheetPage;
