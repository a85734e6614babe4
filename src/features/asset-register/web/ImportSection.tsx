import { Button, FileButton, Loader } from '@mantine/core';
import { useState } from 'react';
import { AssetSheetProblem } from '#features/asset-register/contract.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './asset-register.module.css';
import { useImportEntries } from './queries.ts';
import { useWording } from './use-wording.ts';

/** Takes entries from a workbook: first it is checked and says what it would do, then a person confirms. */
export const ImportSection = ({ register }: { readonly register: string }) => {
  const { words, format } = useWording();
  const [file, setFile] = useState<File | null>(null);
  const taking = useImportEntries(register);
  const check = (chosen: File | null): void => {
    setFile(chosen);
    if (chosen) taking.mutate({ file: chosen, isDryRun: true });
  };
  const taken = taking.data;
  const say = taken?.isSaved ? words.done : words.wouldDo;
  return (
    <Section title={words.importTitle} lead={words.importLead}>
      <div className={styles.buttons}>
        <FileButton accept=".xlsx" onChange={check}>
          {(props) => (
            <Button {...props} variant="default" disabled={taking.isPending}>
              {words.chooseFile}
            </Button>
          )}
        </FileButton>
        {taken?.isSaved === false && file && (
          <Button
            loading={taking.isPending}
            onClick={() => {
              taking.mutate({ file, isDryRun: false });
            }}
          >
            {words.confirmImport}
          </Button>
        )}
      </div>
      <div aria-live="polite">
        {taking.isPending && (
          <p className={styles.quiet}>
            <Loader size="xs" aria-hidden="true" /> {words.checking(taking.variables.file.name)}
          </p>
        )}
        {taken && (
          <p className={styles.done}>
            {say(
              format.number(taken.added.length),
              format.number(taken.changed.length),
              format.number(taken.unchanged),
            )}
          </p>
        )}
      </div>
      {taking.isError && (
        <ImportProblems error={taking.error} where={words.importRefused(taking.variables.file.name)} />
      )}
    </Section>
  );
};

const listProblems = (error: unknown): readonly AssetSheetProblem[] => {
  const { code, details } = toProblem(error);
  if (code !== 'asset-register.import-invalid') return [];
  const told = AssetSheetProblem.array().safeParse(details.problems);
  return told.success ? told.data : [];
};

/** Every wrong cell of a refused workbook; any other refusal in its own words. */
const ImportProblems = ({ error, where }: { readonly error: unknown; readonly where: string }) => {
  const { words, format } = useWording();
  const problems = listProblems(error);
  return (
    <>
      <ErrorState error={error} where={where} />
      {problems.length > 0 && (
        <FigureTable
          caption={words.problemsCaption(format.number(problems.length))}
          captionVisible
          rows={problems.map((problem, place) => ({ ...problem, key: String(place) }))}
          rowKey={({ key }) => key}
          columns={[
            { key: 'cell', title: words.cell, width: '6rem', cell: ({ cell }) => cell },
            { key: 'value', title: words.cellSays, cell: ({ value }) => value || words.nothing },
            { key: 'wrong', title: words.wrong, cell: ({ code }) => words.problems[code] },
          ]}
        />
      )}
    </>
  );
};
