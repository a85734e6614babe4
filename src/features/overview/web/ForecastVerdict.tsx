import { Link } from '@tanstack/react-router';
import type { IndexOverview } from '#features/index-score/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { overviewMessages } from './messages.ts';
import { findUnsupported } from './standing.ts';

type Corrections = NonNullable<IndexOverview['corrections']>;

/** Whether the figures support what the plan expects, which of them are not the plan's, and why points are a range. */
export const ForecastVerdict = ({ index }: { readonly index: IndexOverview }) => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
  return (
    <>
      {index.corrections ? (
        <CorrectedVerdict index={index} corrections={index.corrections} />
      ) : (
        <PlanVerdict index={index} />
      )}
      {index.openIndicators > 0 && (
        <span>
          {words.openIndicators(format.number(index.openIndicators))}{' '}
          <Link to="/bo-chi-so" hash="gia-dinh">
            {words.seeAssumptions}
          </Link>
        </span>
      )}
    </>
  );
};

const PlanVerdict = ({ index }: { readonly index: IndexOverview }) => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
  if (!index.forecast) return null;
  const beyond = findUnsupported(index.forecastBeyondRules);
  return <span>{beyond === null ? words.forecastWithin : words.forecastBeyond(format.points(beyond))} </span>;
};

interface CorrectedVerdictProps {
  readonly index: IndexOverview;
  readonly corrections: Corrections;
}

const CorrectedVerdict = ({ index, corrections }: CorrectedVerdictProps) => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
  const beyond = findUnsupported(index.forecastBeyondRules);
  const { count, documentPoints, documentForecastBeyondRules } = corrections;
  const documentsBeyond = findUnsupported(documentForecastBeyondRules);
  return (
    <span>
      {words.correctedBefore}{' '}
      <Link to="/bo-chi-so" search={{ 'so-lieu': 'da-sua' }}>
        {words.corrected(format.number(count))}
      </Link>
      {words.correctedAfter}{' '}
      {index.forecast &&
        `${beyond === null ? words.forecastWithin : words.correctedBeyond(format.points(beyond))} `}
      {words.documentsGive(format.pointsRange(documentPoints.low, documentPoints.high))}
      {documentsBeyond !== null && words.documentsBeyond(format.points(documentsBeyond))}
      {words.documentsEnd}{' '}
    </span>
  );
};
