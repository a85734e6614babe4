import type { ReactNode } from 'react';
import type { DataItem } from '#core/scoring/data-value.ts';
import { choiceOf, titleOf } from '#core/scoring/definition/wording/field-wording.ts';
import type { FrameworkComparison } from '#features/framework/contract.ts';
import { useMessages, usePickText } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { RuleSentence } from '#web/widgets/index-score/RuleSentence.tsx';
import styles from './framework.module.css';
import { frameworkMessages } from './messages.ts';
import { useFieldWording } from './wordings.ts';

type Change = FrameworkComparison['components'][number];
type PartChange = FrameworkComparison['items'][number];
type FieldChange = FrameworkComparison['fields'][number];

// Items are told by their codes: the two versions may name them differently.
const NO_ITEMS: readonly DataItem[] = [];

/** Each member that differs, before and after. */
const FieldChanges = ({ fields }: { readonly fields: readonly FieldChange[] }) => {
  const { comparison: words } = useMessages(frameworkMessages);
  const wording = useFieldWording();
  const value = (field: string, text: string | null): string =>
    text === null ? words.nothing : choiceOf(field, text, wording);
  return (
    <ul className={styles.changes}>
      {fields.map(({ field, before, after }) => (
        <li key={field}>
          {titleOf(field, wording)}: {value(field, before)} → <strong>{value(field, after)}</strong>
        </li>
      ))}
    </ul>
  );
};

const MoveText = ({ change }: { readonly change: Change }) => {
  const { comparison: words } = useMessages(frameworkMessages);
  const { parent, isMoved } = change;
  if (!isMoved) return null;
  return (
    <p className={styles.quiet}>
      {parent.before === parent.after
        ? words.reordered
        : words.movedTo(parent.before ?? words.top, parent.after ?? words.top)}
    </p>
  );
};

const RuleChange = ({ change: { rule, change } }: { readonly change: Change }) => {
  const { comparison: words } = useMessages(frameworkMessages);
  if (!rule || change !== 'changed') return null;
  return (
    <>
      {rule.before && (
        <p className={styles.quiet}>
          {words.ruleBefore}: <RuleSentence rule={rule.before} items={NO_ITEMS} />
        </p>
      )}
      {rule.after && (
        <p className={styles.quiet}>
          {words.ruleAfter}: <RuleSentence rule={rule.after} items={NO_ITEMS} />
        </p>
      )}
    </>
  );
};

/** Components, data items and general fields that changed, each with what it was and what it is. */
export const ChangeSections = ({ comparison }: { readonly comparison: FrameworkComparison }) => {
  const { comparison: words } = useMessages(frameworkMessages);
  const pick = usePickText();
  const { components, items, fields } = comparison;
  const columnsOf = <Part extends PartChange>(cell: (part: Part) => ReactNode) => [
    {
      key: 'name',
      title: words.field,
      width: '32%',
      cell: ({ code, name }: Part) => `${code} ${pick(name)}`,
    },
    { key: 'change', title: words.what, width: '8rem', cell: ({ change }: Part) => words.changes[change] },
    { key: 'fields', title: `${words.before} → ${words.after}`, cell },
  ];
  return (
    <>
      {components.length > 0 && (
        <Section title={words.components}>
          <FigureTable
            caption={words.components}
            rows={components}
            rowKey={({ code }) => code}
            columns={columnsOf<Change>((change) => (
              <>
                <MoveText change={change} />
                <RuleChange change={change} />
                <FieldChanges fields={change.fields} />
              </>
            ))}
          />
        </Section>
      )}
      {items.length > 0 && (
        <Section title={words.items}>
          <FigureTable
            caption={words.items}
            rows={items}
            rowKey={({ code }) => code}
            columns={columnsOf<PartChange>(({ fields: changed }) => (
              <FieldChanges fields={changed} />
            ))}
          />
        </Section>
      )}
      {fields.length > 0 && (
        <Section title={words.fields}>
          <FieldChanges fields={fields} />
        </Section>
      )}
    </>
  );
};
