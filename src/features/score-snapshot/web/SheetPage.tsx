import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import type { ExplanationSheet, SheetComponent } from '#features/score-snapshot/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useIndexSubject } from '#web/widgets/index-score/use-index-subject.ts';
import { snapshotMessages } from './messages.ts';
import { sheetQuery } from './queries.ts';
import styles from './Sheet.module.css';
import { SheetIndicator } from './SheetIndicator.tsx';
import { SheetSignatures } from './SheetSignatures.tsx';
import { describePoints } from './wording.ts';

interface SheetProps {
  readonly sheet: ExplanationSheet;
}

const Head = ({ sheet }: SheetProps) => {
  const words = useMessages(snapshotMessages);
  const format = useFormat();
  const pick = usePickText();
  const { framework, snapshot, verification, asOf, year } = sheet;
  const { decision } = framework;
  const instant = format.instant(asOf);
  return (
    <div className={styles.head}>
      <p>{words.sheet.framework(pick(framework.title), String(framework.version), String(year))}.</p>
      <p>
        {decision
          ? words.sheet.basis(decision.number, format.day(decision.date), decision.issuer)
          : words.sheet.proposal}
        .
      </p>
      <p>
        {snapshot
          ? words.sheet.ofSnapshot(words.named(snapshot.name), words.kinds[snapshot.kind], instant)
          : words.sheet.ofPresent(instant)}
        .
      </p>
      {sheet.simulated && <CertaintyMark certainty="simulated" />}
      {verification && !verification.holds && <p role="alert">{words.sheet.altered}</p>}
    </div>
  );
};

const Summary = ({ sheet }: SheetProps) => {
  const { sheet: words } = useMessages(snapshotMessages);
  const format = useFormat();
  const pick = usePickText();
  return (
    <Section title={words.summaryTitle}>
      <FigureTable
        caption={words.summaryTitle}
        rows={sheet.components.filter(({ depth }) => depth === 0)}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'name',
            title: words.group,
            cell: ({ code, name }) => <a href={`#${anchorOf(code)}`}>{`${code}. ${pick(name)}`}</a>,
          },
          {
            key: 'maximum',
            title: words.maximum,
            kind: 'figure',
            cell: ({ maximum }) => format.number(maximum),
          },
          {
            key: 'points',
            title: words.points,
            kind: 'figure',
            cell: ({ points }) => describePoints(points, format),
          },
        ]}
        footer={
          <tr>
            <th scope="row">{words.total}</th>
            <td data-kind="figure">{format.number(sheet.maximum)}</td>
            <td data-kind="figure">{describePoints(sheet.points, format)}</td>
          </tr>
        }
      />
    </Section>
  );
};

const Notes = ({ sheet: { framework, components } }: SheetProps) => {
  const { sheet: words } = useMessages(snapshotMessages);
  const format = useFormat();
  const pick = usePickText();
  const open = components.filter(({ kind, points }) => kind === 'indicator' && points.low !== points.high);
  return (
    <Section title={words.notesTitle}>
      <ul className={styles.notes}>
        {framework.notes.map((note) => (
          <li key={note.vi}>{pick(note)}</li>
        ))}
        {open.length > 0 && <li>{words.unsettled(format.number(open.length))}</li>}
      </ul>
    </Section>
  );
};

const anchorOf = (code: string): string => `nhom-${code}`;

/** Components in the order of the sheet, each with the group under whose title it stands. */
const listGroups = (
  components: readonly SheetComponent[],
): readonly { readonly group: SheetComponent; readonly indicators: readonly SheetComponent[] }[] => {
  const groups: { group: SheetComponent; indicators: SheetComponent[] }[] = [];
  for (const component of components) {
    if (component.kind === 'group' || groups.length === 0) groups.push({ group: component, indicators: [] });
    if (component.kind === 'indicator') groups.at(-1)?.indicators.push(component);
  }
  return groups;
};

const Sheet = ({ sheet }: SheetProps) => {
  const { sheet: words } = useMessages(snapshotMessages);
  const format = useFormat();
  const pick = usePickText();
  return (
    <>
      <Summary sheet={sheet} />
      {listGroups(sheet.components).map(({ group, indicators }) => (
        <Section
          key={group.code}
          id={anchorOf(group.code)}
          title={words.groupTitle(
            group.code,
            pick(group.name),
            describePoints(group.points, format),
            format.number(group.maximum),
          )}
        >
          {indicators.map((component) => (
            <SheetIndicator key={component.code} component={component} />
          ))}
        </Section>
      ))}
      <Notes sheet={sheet} />
      <SheetSignatures />
      {sheet.snapshot && <p className={styles.hash}>{words.hash(sheet.snapshot.contentHash)}</p>}
      <p className={styles.hash}>{words.auditHead(sheet.auditHead)}</p>
    </>
  );
};

/** A whole score explained indicator by indicator, to be printed and signed. */
const SheetPage = () => {
  const words = useMessages(snapshotMessages);
  const format = useFormat();
  const { nam: year, 'ban-chot': snapshot } = useSearch({ from: '/shell/bo-chi-so/ban-giai-trinh' });
  const sheet = useQuery(sheetQuery(year, useIndexSubject(), snapshot));

  if (sheet.isPending) {
    return (
      <Page title={words.sheet.loading}>
        <LoadingState lines={18} />
      </Page>
    );
  }
  if (sheet.isError) {
    return (
      <Page title={words.sheet.loading}>
        <ErrorState error={sheet.error} where={words.sheet.loading} onRetry={() => void sheet.refetch()} />
      </Page>
    );
  }
  const { subject, points, maximum } = sheet.data;
  return (
    <Page
      title={words.sheet.finding(subject.name, describePoints(points, format), format.number(maximum))}
      eyebrow={
        <>
          <Link to="/bo-chi-so">{words.indexLink}</Link>
          {' › '}
          <Link to="/bo-chi-so/ban-chot">{words.listLink}</Link>
        </>
      }
      lead={<Head sheet={sheet.data} />}
      actions={
        <Button
          variant="default"
          leftSection={<Printer aria-hidden size={16} />}
          onClick={() => {
            window.print();
          }}
        >
          {words.print}
        </Button>
      }
    >
      <Sheet sheet={sheet.data} />
    </Page>
  );
};

export default SheetPage;
