import { Link } from '@tanstack/react-router';
import type { FindingView } from '#contract/consistency.ts';
import type { Severity } from '#core/consistency/finding.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { SourcePlace } from '#web/ui/SourcePlace.tsx';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { isRegisterKind, itemLink } from '#web/widgets/plan-item/item-address.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { explainFinding } from './explanation.ts';
import styles from './FindingList.module.css';
import { findingMessages } from './messages.ts';
import { describeRecomputed, isTotal } from './recomputed-words.ts';
import { describeStatement, type FindingStatementView } from './statement-words.ts';

const TONES = { high: 'bad', medium: 'warning', low: 'open' } as const satisfies Record<Severity, StateTone>;

/** Contradictions, each with what its sides say and where they say it. */
export const FindingList = ({ findings }: { readonly findings: readonly FindingView[] }) => (
  <ul className={styles.list}>
    {findings.map((finding) => (
      <FindingItem key={finding.id} finding={finding} />
    ))}
  </ul>
);

const FindingItem = ({ finding }: { readonly finding: FindingView }) => {
  const words = useMessages(findingMessages);
  const { kind, severity, subject, indicatorCode, statements, populationsDiffer, subjectsDiffer } = finding;
  return (
    <li className={styles.finding}>
      <div className={styles.headline}>
        <strong>{words.kinds[kind]}</strong>
        <StateBadge tone={TONES[severity]}>{words.severities[severity]}</StateBadge>
        {indicatorCode !== null && (
          <Link to="/bo-chi-so/$code" params={{ code: indicatorCode }}>
            {words.indicator(indicatorCode)}
          </Link>
        )}
        {isTotal(finding) && (
          <Link to="/bo-chi-so" hash="gia-dinh">
            {words.seeAssumptions}
          </Link>
        )}
      </div>
      <p className={styles.subject}>{isTotal(finding) ? words.total : subject}</p>
      <p className={styles.explanation}>
        {explainFinding(finding, words)} <Recomputed finding={finding} />
        {populationsDiffer && ` ${words.populationsDiffer}`}
        {subjectsDiffer && ` ${words.subjectsDiffer}`}
      </p>
      <ul className={styles.statements}>
        {statements.map((statement) => (
          <Statement
            key={`${statement.place.id}-${statement.role}-${statement.value ?? ''}-${statement.dueOn ?? ''}-${statement.words ?? ''}`}
            statement={statement}
          />
        ))}
      </ul>
    </li>
  );
};

/** What the rule, the sum or the fraction gives, and how far the sides are apart. */
const Recomputed = ({ finding }: { readonly finding: FindingView }) => {
  const words = useMessages(findingMessages);
  const format = useFormat();
  const text = describeRecomputed(finding, format, words);
  return text === '' ? null : <span className={styles.figures}>{text}</span>;
};

const Statement = ({ statement }: { readonly statement: FindingStatementView }) => {
  const words = useMessages(findingMessages);
  const itemWords = useMessages(planItemMessages);
  const format = useFormat();
  const { role, place, document, name } = statement;
  return (
    <li className={styles.statement}>
      <span className={styles.role}>{words.roles[role]}</span>
      <span className={styles.said}>
        {isRegisterKind(place.kind) ? (
          <Link {...itemLink(place.kind, place.id)} title={name}>
            {describeStatement(statement, format, words, itemWords)}
          </Link>
        ) : (
          <span title={name}>{describeStatement(statement, format, words, itemWords)}</span>
        )}
      </span>
      <span className={styles.source}>
        <SourcePlace
          documentId={place.documentId}
          documentTitle={documentShortTitle(document, itemWords)}
          line={place.line}
        />
      </span>
    </li>
  );
};
