import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { FrameworkView } from '#features/framework/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { CloneForm } from './CloneForm.tsx';
import { ComponentTable } from './ComponentTable.tsx';
import { FindingTable } from './FindingTable.tsx';
import styles from './framework.module.css';
import { CompareChoice, FrameworkActions, type OpenForm } from './FrameworkActions.tsx';
import { GeneralFacts } from './GeneralFacts.tsx';
import { ItemTable } from './ItemTable.tsx';
import { frameworkMessages } from './messages.ts';
import { frameworkQuery } from './queries.ts';
import { describeSoundness } from './soundness.ts';
import { StateForm } from './StateForm.tsx';

const FrameworkPage = () => {
  const words = useMessages(frameworkMessages);
  const params = useParams({ from: '/shell/bo-chi-so/khung/$code/$version' });
  const framework = useQuery(frameworkQuery({ code: params.code, version: Number(params.version) }));
  const eyebrow = <Link to="/bo-chi-so/khung">{words.page}</Link>;
  if (framework.isPending) {
    return (
      <Page title={words.view.loading} eyebrow={eyebrow}>
        <LoadingState lines={18} />
      </Page>
    );
  }
  if (framework.isError) {
    return (
      <Page title={words.view.loading} eyebrow={eyebrow}>
        <ErrorState
          error={framework.error}
          where={words.versionName(params.code, params.version)}
          onRetry={() => void framework.refetch()}
        />
      </Page>
    );
  }
  return <VersionPage key={`${params.code} ${params.version}`} view={framework.data} />;
};

const VersionPage = ({ view }: { readonly view: FrameworkView }) => {
  const words = useMessages(frameworkMessages);
  const format = useFormat();
  const pick = usePickText();
  const [form, setForm] = useState<OpenForm | null>(null);
  const { row, definition, findings } = view;
  const close = (): void => {
    setForm(null);
  };
  return (
    <Page
      wide
      title={words.view.finding(
        format.number(row.mainIndicatorCount),
        format.number(row.indicatorCount),
        format.number(row.maximumPoints),
        describeSoundness(findings, format, words),
      )}
      eyebrow={
        <>
          <Link to="/bo-chi-so/khung">{words.page}</Link> · {words.versionName(row.code, String(row.version))}
        </>
      }
      lead={pick(row.title)}
      actions={<FrameworkActions view={view} onOpen={setForm} />}
    >
      {form === 'clone' && <CloneForm row={row} onClose={close} />}
      {form !== null && form !== 'clone' && <StateForm row={row} action={form} onClose={close} />}
      <GeneralFacts row={row} definition={definition} />
      <Section title={words.view.findings} lead={words.view.findingsLead}>
        {findings.length === 0 ? (
          <p className={styles.done}>{words.view.noFindings}</p>
        ) : (
          <FindingTable findings={findings} />
        )}
      </Section>
      <CompareChoice view={view} />
      <Section title={words.view.tree}>
        <ComponentTable framework={definition} />
      </Section>
      <Section title={words.view.items}>
        <ItemTable framework={definition} />
      </Section>
      <HistorySection history={view.history} />
    </Page>
  );
};

const HistorySection = ({ history }: Pick<FrameworkView, 'history'>) => {
  const { view: words } = useMessages(frameworkMessages);
  const format = useFormat();
  const { historyColumns: columns } = words;
  return (
    <Section title={words.history}>
      {history.length === 0 ? (
        <p className={styles.quiet}>{words.noHistory}</p>
      ) : (
        <FigureTable
          caption={words.history}
          rows={history}
          rowKey={({ editVersion }) => String(editVersion)}
          columns={[
            {
              key: 'when',
              title: columns.when,
              width: '12rem',
              cell: ({ changedAt }) => format.instant(changedAt),
            },
            { key: 'who', title: columns.who, width: '14rem', cell: ({ changedBy }) => changedBy },
            {
              key: 'action',
              title: columns.action,
              width: '12rem',
              cell: ({ action }) => words.actions[action],
            },
            { key: 'reason', title: columns.reason, cell: ({ reason }) => reason },
          ]}
        />
      )}
    </Section>
  );
};

export default FrameworkPage;
