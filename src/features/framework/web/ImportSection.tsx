import { Button, FileButton, Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './framework.module.css';
import { frameworkMessages } from './messages.ts';
import { ProblemList } from './ProblemList.tsx';
import { useImport } from './queries.ts';

/** Takes a framework from a file, or says of each cell and path what is wrong with it. */
export const ImportSection = () => {
  const words = useMessages(frameworkMessages);
  const taking = useImport();
  const send = (file: File | null): void => {
    if (file) taking.mutate(file);
  };
  const taken = taking.data;
  return (
    <Section title={words.list.importTitle} lead={words.list.importLead}>
      <div>
        <FileButton accept=".json,.xlsx,application/json" onChange={send}>
          {(props) => (
            <Button {...props} variant="default" disabled={taking.isPending}>
              {words.list.choose}
            </Button>
          )}
        </FileButton>
      </div>
      <div aria-live="polite">
        {taking.isPending && (
          <p className={styles.quiet}>
            <Loader size="xs" aria-hidden="true" /> {words.list.reading(taking.variables.name)}
          </p>
        )}
        {taken && (
          <p className={styles.done}>
            {(taken.repeated ? words.list.repeated : words.list.taken)(
              words.versionName(taken.row.code, String(taken.row.version)),
            )}{' '}
            <Link
              to="/bo-chi-so/khung/$code/$version"
              params={{ code: taken.row.code, version: String(taken.row.version) }}
            >
              {words.list.open}
            </Link>
          </p>
        )}
      </div>
      {taking.isError && (
        <ProblemList error={taking.error} where={words.list.refused(taking.variables.name)} />
      )}
    </Section>
  );
};
