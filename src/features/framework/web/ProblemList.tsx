import type { DefinitionProblem } from '#core/scoring/definition/problem.ts';
import { placeText } from '#core/scoring/definition/wording/problem-wording.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { frameworkMessages } from './messages.ts';
import { useProblemWording } from './wordings.ts';

const isProblem = (value: unknown): value is DefinitionProblem =>
  typeof value === 'object' && value !== null && 'code' in value && 'place' in value;

/** The problems that came with a refusal, and how many there are in all; none when it is about something else. */
const listProblems = (
  error: unknown,
): { readonly problems: readonly DefinitionProblem[]; readonly total: number } => {
  const { code, details } = toProblem(error);
  const told = code === 'framework.invalid' && Array.isArray(details.problems) ? details.problems : [];
  const problems = told.filter(isProblem);
  return { problems, total: typeof details.total === 'number' ? details.total : problems.length };
};

interface ProblemListProps {
  readonly error: unknown;
  /** What was refused. */
  readonly where?: string;
}

/** A refused definition: every problem with its place and its mend; any other refusal in its own words. */
export const ProblemList = ({ error, where }: ProblemListProps) => {
  const { problems: words } = useMessages(frameworkMessages);
  const wording = useProblemWording();
  const format = useFormat();
  const { problems, total } = listProblems(error);
  if (problems.length === 0) return <ErrorState error={error} {...(where !== undefined && { where })} />;
  return (
    <div role="alert">
      <FigureTable
        caption={
          total > problems.length
            ? words.titleOfFirst(format.number(total), format.number(problems.length))
            : words.title(format.number(total))
        }
        captionVisible
        rows={problems.map((problem, place) => ({ problem, key: String(place) }))}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'place',
            title: words.place,
            width: '30%',
            cell: ({ problem }) => placeText(problem.place) || words.whole,
          },
          {
            key: 'what',
            title: words.what,
            cell: ({ problem }) => wording[problem.code].what(problem.details),
          },
          { key: 'mend', title: words.mend, width: '32%', cell: ({ problem }) => wording[problem.code].mend },
        ]}
      />
    </div>
  );
};
