import { Button, FileButton, Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { AccountListProblem } from '#features/account/administration-contract.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Page } from '#web/ui/Page.tsx';
import styles from './account.module.css';
import { administrationMessages } from './administration-messages.ts';
import { formAddress, useImport, useInvite } from './administration-queries.ts';
import { InvitationSheets } from './InvitationSheets.tsx';

/** Takes a list of people from Excel: first what it would do, then does it, then invites them. */
const AccountImportPage = () => {
  const { import: words } = useMessages(administrationMessages);
  const [file, setFile] = useState<File | null>(null);
  const trying = useImport('yes');
  const taking = useImport('no');
  const choose = (chosen: File | null): void => {
    if (!chosen) return;
    taking.reset();
    setFile(chosen);
    trying.mutate(chosen);
  };
  const failed = taking.error ?? trying.error;
  return (
    <Page
      title={words.title}
      eyebrow={<Link to="/quan-tri/tai-khoan">{words.eyebrow}</Link>}
      lead={words.lead}
    >
      <div className={styles.buttons}>
        <Button component="a" href={formAddress} variant="default">
          {words.form}
        </Button>
        <FileButton accept=".xlsx" onChange={choose}>
          {(props) => (
            <Button {...props} disabled={trying.isPending || taking.isPending}>
              {words.choose}
            </Button>
          )}
        </FileButton>
      </div>
      <div aria-live="polite">
        {trying.isPending && (
          <p className={styles.quiet}>
            <Loader size="xs" aria-hidden="true" /> {words.reading(trying.variables.name)}
          </p>
        )}
      </div>
      {failed !== null && <ImportProblems error={failed} />}
      {trying.data && !taking.data && file && (
        <Preview
          outcome={trying.data}
          isPending={taking.isPending}
          onSave={() => {
            taking.mutate(file);
          }}
        />
      )}
      {taking.data && <Taken outcome={taking.data} />}
    </Page>
  );
};

type Outcome = NonNullable<ReturnType<typeof useImport>['data']>;

interface PreviewProps {
  readonly outcome: Outcome;
  readonly isPending: boolean;
  readonly onSave: () => void;
}

const Preview = ({ outcome, isPending, onSave }: PreviewProps) => {
  const { import: words } = useMessages(administrationMessages);
  const format = useFormat();
  const { added, extended, granted, unchanged } = outcome;
  if (granted === 0 && added.length === 0) return <p className={styles.done}>{words.nothing}</p>;
  const counts = [added.length, granted, extended, unchanged].map((count) => format.number(count));
  const [people = '', roles = '', known = '', same = ''] = counts;
  return (
    <>
      <p>{words.preview(people, roles, known, same)}</p>
      <div className={styles.buttons}>
        <Button loading={isPending} onClick={onSave}>
          {words.save}
        </Button>
      </div>
      {added.length > 0 && <PeopleTable people={added} />}
    </>
  );
};

const PeopleTable = ({ people }: { readonly people: Outcome['added'] }) => {
  const { import: words, columns } = useMessages(administrationMessages);
  return (
    <FigureTable
      caption={words.people}
      captionVisible
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: columns.name, cell: ({ displayName }) => displayName },
        { key: 'username', title: columns.username, cell: ({ username }) => username },
      ]}
    />
  );
};

const Taken = ({ outcome }: { readonly outcome: Outcome }) => {
  const { import: words, invitations } = useMessages(administrationMessages);
  const format = useFormat();
  const inviting = useInvite();
  const { added, granted } = outcome;
  if (inviting.data) return <InvitationSheets invitations={inviting.data.items} onDone={inviting.reset} />;
  return (
    <>
      <p className={styles.done}>{words.done(format.number(added.length), format.number(granted))}</p>
      {inviting.isError && <ErrorState error={inviting.error} />}
      {added.length > 0 && (
        <div className={styles.buttons}>
          <Button
            loading={inviting.isPending}
            onClick={() => {
              inviting.mutate(added.slice(0, 500).map(({ id }) => id));
            }}
          >
            {invitations.all(format.number(added.length))}
          </Button>
        </div>
      )}
    </>
  );
};

// The server checks its answers: what it says of a refused list has this shape.
const listProblems = (error: unknown): readonly z.infer<typeof AccountListProblem>[] => {
  const { problems } = toProblem(error).details;
  return Array.isArray(problems) ? (problems as z.infer<typeof AccountListProblem>[]) : [];
};

const ImportProblems = ({ error }: { readonly error: unknown }) => {
  const { import: words } = useMessages(administrationMessages);
  const format = useFormat();
  const problems = listProblems(error);
  return (
    <>
      <ErrorState error={error} />
      {problems.length > 0 && (
        <FigureTable
          caption={words.problems(format.number(problems.length))}
          captionVisible
          rows={problems.map((problem, place) => ({ ...problem, key: String(place) }))}
          rowKey={({ key }) => key}
          columns={[
            { key: 'cell', title: words.columns.cell, width: '5rem', cell: ({ cell }) => cell },
            { key: 'value', title: words.columns.value, cell: ({ value }) => value },
            { key: 'problem', title: words.columns.problem, cell: ({ code }) => words.codes[code] },
          ]}
        />
      )}
    </>
  );
};

export default AccountImportPage;
