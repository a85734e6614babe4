import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { hasOpenThreshold } from '#core/scoring/rule-parts.ts';
import type { ComponentNode } from '#features/index-score/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { AgencyLink } from '#web/ui/AgencyLink.tsx';
import { PointsBar } from '#web/ui/PointsBar.tsx';
import { RuleMark } from '#web/widgets/index-score/RuleMark.tsx';
import { describeSpan } from '#web/widgets/index-score/value-words.ts';
import styles from './IndexTree.module.css';
import type { RowKeys } from './use-tree-keys.ts';
import { indexMessages } from './messages.ts';

interface IndexRowProps {
  readonly node: ComponentNode;
  readonly isFolded: boolean;
  readonly onFold: (isFolded: boolean) => void;
  /** Moves between rows and folds groups from the link of the row. */
  readonly onKeyDown: RowKeys;
}

/** One node of the tree. A main indicator can be folded; a component says how sure its points are. */
export const IndexRow = ({ node, isFolded, onFold, onKeyDown }: IndexRowProps) => {
  const words = useMessages(indexMessages);
  const format = useFormat();
  const pick = usePickText();
  const { code, kind, name, maximum, points, lost } = node;
  const isGroup = kind === 'group';
  const fullName = `${code} ${pick(name)}`;
  return (
    <tr data-code={code} data-kind={kind}>
      <th scope="row" className={styles.name}>
        <span className={styles.nameLine}>
          {isGroup && (
            <UnstyledButton
              className={styles.fold ?? ''}
              aria-expanded={!isFolded}
              aria-label={isFolded ? words.unfoldGroup(fullName) : words.foldGroup(fullName)}
              onClick={() => {
                onFold(!isFolded);
              }}
            >
              {isFolded ? <ChevronRight size={16} /> : <ChevronDown size={16} />}
            </UnstyledButton>
          )}
          <span className={styles.nameText}>
            <Link
              to="/bo-chi-so/$code"
              params={{ code }}
              className={styles.link}
              data-row-link=""
              onKeyDown={onKeyDown}
            >
              {fullName}
            </Link>
            {!isGroup && <RowState node={node} />}
          </span>
        </span>
      </th>
      <td data-kind="figure" data-label={words.columns.maximum}>
        {format.number(maximum)}
      </td>
      <td data-kind="figure" data-label={words.columns.points}>
        {format.pointsRange(points.low, points.high)}
      </td>
      <td
        data-kind="figure"
        data-label={words.columns.lost}
        className={/[1-9]/.test(lost.high) ? styles.lost : styles.noLoss}
      >
        {format.pointsRange(lost.low, lost.high)}
      </td>
      <td className={styles.bar}>
        <PointsBar {...points} maximum={maximum} />
      </td>
      <td className={styles.leads} data-label={isGroup ? undefined : words.columns.lead}>
        {node.leadAgencies.map((agency) => (
          <AgencyLink key={agency.nameAsWritten} {...agency} />
        ))}
      </td>
    </tr>
  );
};

/** The present measure, and what keeps the points from being certain. */
const RowState = ({ node }: { readonly node: ComponentNode }) => {
  const words = useMessages(indexMessages);
  const format = useFormat();
  const pick = usePickText();
  const { current, currentUnit, reasons, rule, ruleProvenance, state } = node;
  return (
    <span className={styles.state}>
      {current && (
        <span className={styles.current}>
          {describeSpan(current, currentUnit ? pick(currentUnit) : '', format, words.fromOn)}
        </span>
      )}
      {reasons.map((reason) => (
        <span key={reason} className={styles.reason}>
          {words.reasons[reason]}
        </span>
      ))}
      {reasons.length === 0 && state !== 'exact' && (
        <span className={styles.reason}>{words.states[state]}</span>
      )}
      {reasons.length === 0 && rule && hasOpenThreshold(rule) && (
        <span className={styles.reason}>{words.reasons['unknown-threshold']}</span>
      )}
      {!(ruleProvenance === 'unknown' && reasons.includes('unknown-rule')) && (
        <RuleMark provenance={ruleProvenance} />
      )}
    </span>
  );
};
