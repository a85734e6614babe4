import { Button } from '@mantine/core';
import type { PaperFormat, PaperView } from '#features/official-document/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { paperMessages } from './messages.ts';
import { PaperJob } from './PaperJob.tsx';
import { paperFileAddress, useStartPaperFile } from './queries.ts';
import styles from './Paper.module.css';

const formatsOf = ({ hasTables }: PaperView): readonly PaperFormat[] => [
  'docx',
  'pdf',
  ...(hasTables ? ['xlsx' as const] : []),
];

/** Links to the files of a rendering. */
export const PaperDownloads = ({ paper }: { readonly paper: PaperView }) => {
  const words = useMessages(paperMessages);
  const version = paper.renderings[0]?.version ?? 1;
  return (
    <>
      {formatsOf(paper).map((format) => (
        <Button
          key={format}
          component="a"
          variant={format === 'docx' ? 'filled' : 'default'}
          href={paperFileAddress(paper.id, format, version)}
          download
        >
          {words[format === 'html' ? 'pdf' : format]}
        </Button>
      ))}
    </>
  );
};

const LongFile = ({
  paper,
  format,
  version,
}: {
  readonly paper: PaperView;
  readonly format: PaperFormat;
  readonly version: number;
}) => {
  const words = useMessages(paperMessages).job;
  const start = useStartPaperFile(paper.id);
  const name = format.toUpperCase();
  if (paper.renderings[0]?.files.includes(format) === true) {
    return (
      <div>
        <Button
          component="a"
          variant={format === 'docx' ? 'filled' : 'default'}
          href={paperFileAddress(paper.id, format, version)}
          download
        >
          {words.download(name)}
        </Button>
      </div>
    );
  }
  if (start.data) {
    return (
      <PaperJob
        id={start.data.job.id}
        title={words.file(name)}
        done={() => (
          <a href={paperFileAddress(paper.id, format, version)} download>
            {words.ready(name)}
          </a>
        )}
      />
    );
  }
  return (
    <>
      <Button
        variant="default"
        loading={start.isPending}
        onClick={() => start.mutate({ format, rendering: version })}
      >
        {words.make(name)}
      </Button>
      {start.isError && <ErrorState error={start.error} />}
    </>
  );
};

/** The files of a long document: each is made as a job, and can be had when it is done. */
export const LongPaperFiles = ({ paper }: { readonly paper: PaperView }) => {
  const words = useMessages(paperMessages);
  const version = paper.renderings[0]?.version ?? 1;
  return (
    <Section title={words.renderings.files} lead={words.job.long}>
      <div className={styles.form}>
        {formatsOf(paper).map((format) => (
          <LongFile key={`${format}-${String(version)}`} {...{ paper, format, version }} />
        ))}
      </div>
    </Section>
  );
};
