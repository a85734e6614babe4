import { Button, FileButton, Loader } from '@mantine/core';
import { v7 as newId } from 'uuid';
import { getFormWorkbook } from '#features/collection/workbook-contract.ts';
import { addressOf } from '#web/api/call.ts';
import { useFormat, useLocale, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { workbookMessages } from './messages.ts';
import { useKnownFigures, useWorkbook } from './use-workbook.ts';
import { WorkbookPreview, WorkbookProblems } from './WorkbookResult.tsx';
import styles from './workbook.module.css';

interface WorkbookPanelProps {
  readonly submissionId: string;
  readonly mayWrite: boolean;
}

const KnownFigures = ({ submissionId }: { readonly submissionId: string }) => {
  const words = useMessages(workbookMessages);
  const format = useFormat();
  const known = useKnownFigures(submissionId);
  const count = known.data?.saved.length;
  return (
    <>
      <div className={styles.buttons}>
        <Button
          variant="default"
          loading={known.isPending}
          onClick={() => {
            known.mutate(newId());
          }}
        >
          {words.known}
        </Button>
        <span className={styles.quiet}>{words.knownHint}</span>
      </div>
      <div aria-live="polite">
        {count !== undefined && (
          <p className={styles.done}>
            {count === 0 ? words.knownNothing : words.knownTaken(format.number(count))}
          </p>
        )}
      </div>
      {known.isError && <ErrorState error={known.error} />}
    </>
  );
};

/** The form as a workbook, out and back, and figures that are known already. */
export const WorkbookPanel = ({ submissionId, mayWrite }: WorkbookPanelProps) => {
  const words = useMessages(workbookMessages);
  const format = useFormat();
  const { locale } = useLocale();
  const { file, trying, taking, choose, leave } = useWorkbook(submissionId);
  const error = taking.error ?? trying.error;
  const href = addressOf(getFormWorkbook, { params: { id: submissionId }, query: { language: locale } });
  return (
    <Section title={words.title} lead={words.lead} onScreenOnly>
      <div className={styles.buttons}>
        <Button component="a" href={href} variant="default" download>
          {words.download}
        </Button>
        {mayWrite && (
          <FileButton accept=".xlsx" onChange={choose}>
            {(props) => (
              <Button {...props} variant="default" disabled={trying.isPending || taking.isPending}>
                {words.choose}
              </Button>
            )}
          </FileButton>
        )}
      </div>
      <div aria-live="polite">
        {trying.isPending && (
          <p className={styles.quiet}>
            <Loader size="xs" aria-hidden="true" /> {words.reading(trying.variables.name)}
          </p>
        )}
        {taking.data && (
          <p className={styles.done}>{words.taken(format.number(taking.data.changes.length))}</p>
        )}
      </div>
      {error !== null && file && (
        <WorkbookProblems submissionId={submissionId} error={error} fileName={file.name} />
      )}
      {trying.data && !taking.data && file && (
        <WorkbookPreview
          submissionId={submissionId}
          fileName={file.name}
          outcome={trying.data}
          isPending={taking.isPending}
          onTake={() => {
            taking.mutate(file);
          }}
          onLeave={leave}
        />
      )}
      {mayWrite && <KnownFigures submissionId={submissionId} />}
    </Section>
  );
};
