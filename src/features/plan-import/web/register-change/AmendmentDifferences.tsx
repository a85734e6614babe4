import { Button, Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type {
  AmendedStatement,
  AmendmentComparison,
} from '#features/plan-import/amendment/amendment-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { describeSummary } from '#features/plan-import/web/describe-value.ts';
import { Differences } from '#features/plan-import/web/Differences.tsx';
import classes from '#features/plan-import/web/plan-import.module.css';
import { useAccept } from '#features/plan-import/web/queries.ts';
import { useBarHeight } from '#features/plan-import/web/use-bar-height.ts';
import { registerChangeMessages } from './messages.ts';

type Comparison = NonNullable<AmendmentComparison['comparison']>;

interface AmendmentDifferencesProps {
  readonly compared: AmendmentComparison;
  readonly comparison: Comparison;
}

const NOTHING: ReadonlySet<string> = new Set();

const toggled = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id]);

/** What a document changes, adds and drops: each item is applied or kept as it is, and all is entered at once. */
export const AmendmentDifferences = ({ compared, comparison }: AmendmentDifferencesProps) => {
  const words = useMessages(registerChangeMessages).amendment;
  const format = useFormat();
  const navigate = useNavigate();
  // The page of the import says what entered, and offers to undo it.
  const accepting = useAccept(compared.import.id, ({ id }) => {
    notifications.show({ message: words.accepted });
    void navigate({ to: '/nhap-van-ban/$id', params: { id } });
  });
  const { changed, added, dropped, document, relation } = comparison;
  const bar = useBarHeight();
  const [applied, setApplied] = useState(NOTHING);
  const [excluded, setExcluded] = useState(NOTHING);
  const [ended, setEnded] = useState(NOTHING);
  const open = compared.import.state === 'draft';
  const accept = (): void => {
    accepting.mutate({
      ...{ excluded: [...excluded], replaced: [...applied], reviewVersion: compared.reviewVersion },
      amendment: { documentId: document.id, relation, ended: [...ended] },
    });
  };
  return (
    <>
      <Section title={words.changed} lead={words.same(format.number(comparison.same))}>
        {changed.length === 0 && <p>{words.none}</p>}
        {open && changed.length > 1 && (
          <Checkbox
            checked={applied.size === changed.length}
            indeterminate={applied.size > 0 && applied.size < changed.length}
            label={words.applyAll(format.number(changed.length))}
            onChange={({ currentTarget: { checked } }) => {
              setApplied(checked ? new Set(changed.map(({ readingId }) => readingId)) : NOTHING);
            }}
          />
        )}
        {changed.map((statement) => (
          <ChangedStatement
            key={statement.readingId}
            statement={statement}
            open={open}
            applied={applied.has(statement.readingId)}
            onToggle={() => {
              setApplied(toggled(applied, statement.readingId));
            }}
          />
        ))}
      </Section>
      <Section title={words.added}>
        {added.length === 0 && <p>{words.none}</p>}
        {added.map((statement) => (
          <div key={statement.readingId}>
            <Checkbox
              disabled={!open}
              checked={!excluded.has(statement.readingId)}
              label={[statement.name, describeSummary(statement, format)].filter(Boolean).join(' · ')}
              onChange={() => {
                setExcluded(toggled(excluded, statement.readingId));
              }}
            />
          </div>
        ))}
      </Section>
      {relation === 'replaces' && (
        <Section title={words.dropped}>
          {dropped.length === 0 && <p>{words.none}</p>}
          {open && dropped.length > 1 && (
            <Checkbox
              checked={ended.size === dropped.length}
              indeterminate={ended.size > 0 && ended.size < dropped.length}
              label={words.endAll(format.number(dropped.length))}
              onChange={({ currentTarget: { checked } }) => {
                setEnded(checked ? new Set(dropped.map(({ itemId }) => itemId)) : NOTHING);
              }}
            />
          )}
          {dropped.map((item) => (
            <div key={item.itemId}>
              <p>{[item.name, describeSummary(item, format)].filter(Boolean).join(' · ')}</p>
              <Checkbox
                disabled={!open}
                checked={ended.has(item.itemId)}
                label={words.end}
                aria-label={`${words.end}: ${item.name}`}
                onChange={() => {
                  setEnded(toggled(ended, item.itemId));
                }}
              />
            </div>
          ))}
        </Section>
      )}
      {open && (
        <div ref={bar} className={classes.bar}>
          {accepting.error !== null && <ErrorState error={accepting.error} where={words.where} />}
          <div className={classes.barLine}>
            <p className={classes.summary}>
              {words.willDo(
                format.number(applied.size),
                format.number(changed.length - applied.size),
                format.number(added.length - excluded.size),
                format.number(ended.size),
              )}
            </p>
            <Button loading={accepting.isPending} onClick={accept}>
              {words.accept}
            </Button>
          </div>
        </div>
      )}
    </>
  );
};

interface ChangedStatementProps {
  readonly statement: AmendedStatement;
  readonly open: boolean;
  readonly applied: boolean;
  readonly onToggle: () => void;
}

const ChangedStatement = ({ statement, open, applied, onToggle }: ChangedStatementProps) => {
  const words = useMessages(registerChangeMessages).amendment;
  return (
    <div>
      <h3>{statement.name}</h3>
      <Differences item={statement} />
      {statement.quoteBefore !== null && (
        <p className={classes.quiet}>{`${words.quoteBefore}: “${statement.quoteBefore}”`}</p>
      )}
      <p className={classes.quiet}>{`${words.quoteAfter}: “${statement.quote}”`}</p>
      <Checkbox
        disabled={!open}
        checked={applied}
        label={words.apply}
        aria-label={`${words.apply}: ${statement.name}`}
        onChange={onToggle}
      />
    </div>
  );
};
