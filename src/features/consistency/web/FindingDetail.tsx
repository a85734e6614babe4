import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { withoutEmphasis } from '#core/kernel/text.ts';
import type { DecidedFinding, FindingDecision } from '#contract/finding-decision.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { SourcePlace } from '#web/ui/SourcePlace.tsx';
import { adviceMessages } from '#web/widgets/finding/advice.ts';
import { explainFinding } from '#web/widgets/finding/explanation.ts';
import { findingMessages } from '#web/widgets/finding/messages.ts';
import { describeRecomputed } from '#web/widgets/finding/recomputed-words.ts';
import { describeStatement, type FindingStatementView } from '#web/widgets/finding/statement-words.ts';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { isRegisterKind, itemLink } from '#web/widgets/plan-item/item-address.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { DecisionForm } from './DecisionForm.tsx';
import styles from './FindingDetail.module.css';
import { consistencyMessages } from './messages.ts';
import { findingQuery } from './queries.ts';

interface FindingDetailProps {
  readonly finding: DecidedFinding;
  readonly onDecide: () => void;
}

/** Both sides of a contradiction beside each other in their own words, what to do, and what was decided. */
export const FindingDetail = ({ finding, onDecide }: FindingDetailProps) => {
  const words = useMessages(consistencyMessages);
  const findingWords = useMessages(findingMessages);
  const advice = useMessages(adviceMessages);
  const format = useFormat();
  const mayDecide = usePermission('finding.decide');
  const { data } = useQuery(findingQuery(finding.fingerprint));
  const quotes = new Map(data?.quotes.map(({ itemId, quote }) => [itemId, quote]));
  const { statements, populationsDiffer, subjectsDiffer, indicatorCode, outdated } = finding;
  return (
    <>
      {outdated && <Outdated decision={outdated} />}
      <p className={styles.explanation}>
        {explainFinding(finding, findingWords)} {describeRecomputed(finding, format, findingWords)}
        {populationsDiffer && ` ${findingWords.populationsDiffer}`}
        {subjectsDiffer && ` ${findingWords.subjectsDiffer}`}{' '}
        {indicatorCode !== null && (
          <Link to="/bo-chi-so/$code" params={{ code: indicatorCode }}>
            {findingWords.indicator(indicatorCode)}
          </Link>
        )}
      </p>
      <ul className={styles.sides}>
        {statements.map((statement, index) => (
          <Side key={index} statement={statement} quote={quotes.get(statement.place.id)} />
        ))}
      </ul>
      <p className={styles.advice}>
        <strong>{words.advice}</strong> {advice[finding.kind]}
      </p>
      <Decisions decisions={data?.decisions ?? (finding.decision ? [finding.decision] : [])} />
      {mayDecide && <DecisionForm finding={finding} onDecide={onDecide} />}
    </>
  );
};

const Outdated = ({ decision }: { readonly decision: FindingDecision }) => {
  const words = useMessages(consistencyMessages);
  const format = useFormat();
  return (
    <p className={styles.outdated}>{words.outdated(format.instant(decision.decidedAt), decision.note)}</p>
  );
};

interface SideProps {
  readonly statement: FindingStatementView;
  readonly quote: string | null | undefined;
}

const Side = ({ statement, quote }: SideProps) => {
  const words = useMessages(consistencyMessages);
  const findingWords = useMessages(findingMessages);
  const itemWords = useMessages(planItemMessages);
  const format = useFormat();
  const { role, place, document, name } = statement;
  return (
    <li className={styles.side}>
      <p className={styles.role}>{findingWords.roles[role]}</p>
      <p className={styles.says}>{describeStatement(statement, format, findingWords, itemWords)}</p>
      {typeof quote === 'string' ? (
        <blockquote className={styles.quote}>{withoutEmphasis(quote)}</blockquote>
      ) : (
        <p className={styles.quote}>{name}</p>
      )}
      <p className={styles.place}>
        <SourcePlace
          documentId={place.documentId}
          documentTitle={documentShortTitle(document, itemWords)}
          line={place.line}
        />
        {isRegisterKind(place.kind) && <Link {...itemLink(place.kind, place.id)}>{words.openItem}</Link>}
      </p>
    </li>
  );
};

const Decisions = ({ decisions }: { readonly decisions: readonly FindingDecision[] }) => {
  const words = useMessages(consistencyMessages);
  const format = useFormat();
  if (decisions.length === 0) return null;
  return (
    <ul className={styles.decisions}>
      {decisions.map(({ decision, note, decidedAt, decidedBy }) => (
        <li key={decidedAt}>
          {words.decided(words.decisions[decision], format.instant(decidedAt), decidedBy ?? '', note)}
        </li>
      ))}
    </ul>
  );
};
