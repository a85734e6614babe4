import { useQuery } from '@tanstack/react-query';
import type { TaskProgress } from '#features/collection/task-progress-contract.ts';
import { usePermission } from '#web/session/session.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import classes from './plan.module.css';
import { taskProgressQuery } from './queries.ts';
import { useWording } from './wording.ts';

type Report = TaskProgress['latest'];

const usePercent = (): ((report: Report) => string) => {
  const { plan, format } = useWording();
  return ({ state, percent }) =>
    percent === null
      ? plan.item.progress.states[state === 'not-applicable' ? state : 'blank']
      : `${format.number(percent)} %`;
};

const ReportWords = ({ report }: { readonly report: Report }) => {
  const { progress } = useWording().plan.item;
  const said = [
    ...(report.words === null ? [] : [progress.words(report.words)]),
    ...(report.result === null ? [] : [progress.result(report.result)]),
    ...(report.difficulties === null ? [] : [progress.difficulties(report.difficulties)]),
    ...(report.evidence.length === 0
      ? []
      : [progress.evidence(report.evidence.map(({ title }) => title).join('; '))]),
  ];
  if (said.length === 0) return <span className={classes.quiet}>{progress.noWords}</span>;
  return said.map((sentence) => <div key={sentence}>{sentence}</div>);
};

const EarlierReports = ({ reports }: { readonly reports: readonly Report[] }) => {
  const { plan, format } = useWording();
  const percentOf = usePercent();
  if (reports.length === 0) return <span className={classes.quiet}>{plan.item.progress.noEarlier}</span>;
  return (
    <details>
      <summary>{plan.item.progress.earlierCount(format.number(reports.length))}</summary>
      <ul className={classes.links}>
        {reports.map((report) => (
          <li key={report.version}>
            {report.round === null ? plan.item.progress.outsideRounds : format.period(report.round.period)}:{' '}
            {percentOf(report)}
            <ReportWords report={report} />
          </li>
        ))}
      </ul>
    </details>
  );
};

/** How far the organizations within reach have come with a task: what each reported last, and before. */
export const TaskProgressSection = ({ taskId }: { readonly taskId: string }) => {
  const { plan, format } = useWording();
  const words = plan.item.progress;
  const percentOf = usePercent();
  const mayRead = usePermission('submission.read');
  const { data } = useQuery({ ...taskProgressQuery(taskId), enabled: mayRead });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={words.title(format.number(data.total))} lead={words.lead}>
      <FigureTable
        caption={words.caption}
        rows={data.items}
        rowKey={({ organization }) => organization.code}
        columns={[
          {
            key: 'organization',
            title: words.organization,
            width: '14rem',
            cell: ({ organization }) => organization.name,
          },
          {
            key: 'percent',
            title: words.percent,
            kind: 'figure',
            width: '7rem',
            cell: ({ latest }) => percentOf(latest),
          },
          {
            key: 'period',
            title: words.period,
            width: '9rem',
            cell: ({ latest }) => (
              <>
                {latest.round === null ? words.outsideRounds : format.period(latest.round.period)}
                <div className={classes.quiet}>{format.instant(latest.recordedAt)}</div>
              </>
            ),
          },
          { key: 'said', title: words.said, cell: ({ latest }) => <ReportWords report={latest} /> },
          {
            key: 'earlier',
            title: words.earlier,
            width: '12rem',
            cell: ({ earlier }) => <EarlierReports reports={earlier} />,
          },
        ]}
      />
    </Section>
  );
};
