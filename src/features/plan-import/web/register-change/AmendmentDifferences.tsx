import { Button, Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
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
import { useChoices } from './use-choices.ts';

type Comparison = NonNullable<AmendmentComparison['comparison']>;

interface AmendmentDifferencesProps {
  readonly compared: AmendmentComparison;
  readonly comparison: Comparison;
}

const toggled = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];

/** What a document changes, adds and drops: each item is applied or kept as it is, and all is entered at once. */
export const AmendmentDifferences = ({ compared, comparison }: AmendmentDifferencesProps) => {
  const words = useMessages(registerChangeMessages).amendment;
  const format = useFormat();
  const navigate = useNavigate();
  const { choices, choose, forget } = useChoices(compared.import.id, comparison);
  const { applied, excluded, ended } = choices;
  // The page of the import says what entered, and offers to undo it.
  const accepting = useAccept(compared.import.id, ({ id }) => {
    forget();
    notifications.show({ message: words.accepted });
    void navigate({ to: '/nhap-van-ban/$id', params: { id } });
  });
  const { changed, added, dropped, document, relation } = comparison;
  const bar = useBarHeight();
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
            checked={applied.length === changed.length}
            indeterminate={applied.length > 0 && applied.length < changed.length}
            label={words.applyAll(format.number(changed.length))}
            onChange={({ currentTarget: { checked } }) => {
              choose({ applied: checked ? changed.map(({ readingId }) => readingId) : [] });
            }}
          />
        )}
        {changed.map((statement) => (
          <ChangedStatement
            key={statement.readingId}
            statement={statement}
            open={open}
            applied={applied.includes(statement.readingId)}
            onToggle={() => {
              choose({ applied: toggled(applied, statement.readingId) });
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
              checked={!excluded.includes(statement.readingId)}
              label={[statement.name, describeSummary(statement, format)].filter(Boolean).join(' · ')}
              onChange={() => {
                choose({ excluded: toggled(excluded, statement.readingId) });
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
              checked={ended.length === dropped.length}
              indeterminate={ended.length > 0 && ended.length < dropped.length}
              label={words.endAll(format.number(dropped.length))}
              onChange={({ currentTarget: { checked } }) => {
                choose({ ended: checked ? dropped.map(({ itemId }) => itemId) : [] });
              }}
            />
          )}
          {dropped.map((item) => (
            <div key={item.itemId}>
              <p>{[item.name, describeSummary(item, format)].filter(Boolean).join(' · ')}</p>
              <Checkbox
                disabled={!open}
                checked={ended.includes(item.itemId)}
                label={words.end}
                aria-label={`${words.end}: ${item.name}`}
                onChange={() => {
                  choose({ ended: toggled(ended, item.itemId) });
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
                format.number(applied.length),
                format.number(changed.length - applied.length),
                format.number(added.length - excluded.length),
                format.number(ended.length),
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
