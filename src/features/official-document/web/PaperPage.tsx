import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PaperView } from '#features/official-document/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { IssueForm } from './IssueForm.tsx';
import { paperMessages } from './messages.ts';
import { LongPaperFiles, PaperDownloads } from './PaperDownloads.tsx';
import { paperQuery, previewQuery } from './queries.ts';
import { RenderingTable } from './RenderingTable.tsx';
import styles from './Paper.module.css';

/** The document as paper, in a frame that runs nothing; as high as what stands in it. */
const Preview = ({
  id,
  title,
  rendering,
}: {
  readonly id: string;
  readonly title: string;
  readonly rendering: number;
}) => {
  const words = useMessages(paperMessages);
  const preview = useQuery(previewQuery(id, rendering));
  const [height, setHeight] = useState<number | undefined>(undefined);
  if (preview.isPending) return <LoadingState lines={12} />;
  if (preview.isError) {
    return <ErrorState error={preview.error} where={words.preview} onRetry={() => void preview.refetch()} />;
  }
  return (
    <iframe
      className={styles.preview}
      title={title}
      sandbox="allow-same-origin"
      srcDoc={preview.data}
      style={height === undefined ? {} : { height }}
      onLoad={(event) => {
        setHeight(event.currentTarget.contentDocument?.documentElement.scrollHeight);
      }}
    />
  );
};

const Origin = ({ paper }: { readonly paper: PaperView }) => {
  const words = useMessages(paperMessages);
  const format = useFormat();
  return (
    <Section title={words.facts}>
      <Facts
        facts={[
          { label: words.kind, value: words.kinds[paper.kind] },
          { label: words.period, value: paper.period === null ? null : format.period(paper.period) },
          { label: words.issuer, value: paper.organization.name },
          { label: words.madeAt, value: format.instant(paper.madeAt) },
          { label: words.madeBy, value: paper.madeBy ?? words.madeByLadder },
          { label: words.id, value: <span className={styles.hash}>{paper.id}</span> },
          { label: words.hash, value: <span className={styles.hash}>{paper.factsHash}</span> },
          { label: words.intact, value: paper.isIntact ? words.isIntact : words.isAltered },
        ]}
      />
      <p className={styles.quiet}>{words.pdfNote}</p>
    </Section>
  );
};

/** What must be known before a file is taken out: that figures are made up, that only one of the files follows the office's layout. */
const PaperLead = ({ paper }: { readonly paper: PaperView }) => {
  const words = useMessages(paperMessages);
  const template = paper.renderings[0]?.template ?? null;
  return (
    <>
      {paper.simulated && <CertaintyMark certainty="simulated" />}
      {template !== null && <span>{words.issue.templateNote}</span>}
    </>
  );
};

/** One official document: looked at, taken out, and what it was made from. */
const PaperPage = () => {
  const words = useMessages(paperMessages);
  const { id } = useParams({ from: '/shell/van-ban-hanh-chinh/$id' });
  const paper = useQuery(paperQuery(id));
  const back = <Link to="/van-ban-hanh-chinh">{words.back}</Link>;
  if (paper.isPending) {
    return (
      <Page title={words.loading} eyebrow={back}>
        <LoadingState lines={12} />
      </Page>
    );
  }
  if (paper.isError) {
    return (
      <Page title={words.title} eyebrow={back}>
        <ErrorState error={paper.error} where={words.title} onRetry={() => void paper.refetch()} />
      </Page>
    );
  }
  return (
    <Page
      title={paper.data.title}
      eyebrow={back}
      lead={<PaperLead paper={paper.data} />}
      actions={!paper.data.isLong && <PaperDownloads paper={paper.data} />}
    >
      {paper.data.isLong && <LongPaperFiles paper={paper.data} />}
      {paper.data.mayIssue && <IssueForm paper={paper.data} />}
      {!paper.data.isLong && (
        <Section title={words.preview} lead={words.previewLead}>
          <Preview id={id} title={paper.data.title} rendering={paper.data.renderings[0]?.version ?? 1} />
        </Section>
      )}
      <RenderingTable paper={paper.data} />
      <Origin paper={paper.data} />
    </Page>
  );
};

export default PaperPage;
