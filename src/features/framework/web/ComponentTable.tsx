import type { Component, ComponentIndicator, Framework } from '#core/scoring/framework.ts';
import { choiceOf } from '#core/scoring/definition/wording/field-wording.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { RuleSentence } from '#web/widgets/index-score/RuleSentence.tsx';
import styles from './framework.module.css';
import { frameworkMessages } from './messages.ts';
import { useFieldWording } from './wordings.ts';

interface TreeRow {
  readonly component: Component;
  readonly depth: number;
}

const listRows = (components: readonly Component[], depth = 0): readonly TreeRow[] =>
  components.flatMap((component) => [
    { component, depth },
    ...(component.kind === 'group' ? listRows(component.children, depth + 1) : []),
  ]);

const indicatorOf = ({ component }: TreeRow): ComponentIndicator | undefined =>
  component.kind === 'indicator' ? component : undefined;

/** The tree of a framework: maximum, rule in words, evidence, who leads, where the rule comes from. */
export const ComponentTable = ({ framework }: { readonly framework: Framework }) => {
  const { view: words } = useMessages(frameworkMessages);
  const fields = useFieldWording();
  const format = useFormat();
  const pick = usePickText();
  return (
    <FigureTable
      caption={words.tree}
      rows={listRows(framework.components)}
      rowKey={({ component }) => component.code}
      columns={[
        {
          key: 'name',
          title: words.columns.name,
          width: '26%',
          cell: ({ component, depth }) => (
            <span
              className={component.kind === 'group' ? styles.group : undefined}
              style={{ display: 'block', paddingInlineStart: `${String(depth)}rem` }}
            >
              {component.code} {pick(component.name)}
            </span>
          ),
        },
        {
          key: 'maximum',
          title: words.columns.maximum,
          kind: 'figure',
          width: '5rem',
          cell: ({ component }) => format.number(component.maximumPoints),
        },
        {
          key: 'rule',
          title: words.columns.rule,
          cell: (row) => {
            const indicator = indicatorOf(row);
            return indicator && <RuleSentence rule={indicator.rule} items={framework.dataItems} />;
          },
        },
        {
          key: 'evidence',
          title: words.columns.evidence,
          width: '16%',
          cell: (row) => {
            const indicator = indicatorOf(row);
            return indicator && pick(indicator.evidence);
          },
        },
        {
          key: 'lead',
          title: words.columns.lead,
          width: '13%',
          cell: (row) =>
            indicatorOf(row)
              ?.leadAgencies.map(({ name }) => name)
              .join('; '),
        },
        {
          key: 'provenance',
          title: words.columns.provenance,
          width: '8rem',
          cell: (row) => {
            const indicator = indicatorOf(row);
            return indicator && choiceOf('mark', indicator.provenance.rule.mark, fields);
          },
        },
      ]}
    />
  );
};
