import { useState } from 'react';
import { type DataItem, type DataValue, NOT_APPLICABLE } from '#core/scoring/data-value.ts';
import { usePickText } from '#web/i18n/locale.tsx';
import type { FormRow } from './check-form.ts';
import { enterTyped, enterValue, typedText } from './enter-answer.ts';
import { useOpenForm } from './form-context.ts';
import styles from './Form.module.css';

interface ValueCellProps {
  readonly row: FormRow;
  /** The place of the row in the grid, from 0. */
  readonly index: number;
  /** What a screen reader reads beside the cell: what is wrong with it. */
  readonly describedBy: string;
}

/** The figure of a row as it is entered: a number is typed, yes or no and a level are chosen. */
export const ValueCell = (props: ValueCellProps) => {
  const { row, index, describedBy } = props;
  const { saver, cellLanguage, language } = useOpenForm();
  const { words } = language;
  const pick = usePickText();
  const { item } = row.source;
  const shown = row.entry?.typed ?? typedText(item, row.value, cellLanguage);
  // What Esc brings back: the cell as it was when the cursor came.
  const [before, setBefore] = useState({ shown, value: row.value, isProblem: row.problem !== null });
  const field = {
    'data-row': index,
    'data-column': 0,
    'aria-label': words.cell(pick(item.name)),
    'aria-invalid': row.problem ? true : undefined,
    'aria-describedby': describedBy,
    onFocus: () => {
      setBefore({ shown, value: row.value, isProblem: row.problem !== null });
    },
    onKeyDown: ({ key }: { readonly key: string }) => {
      if (key !== 'Escape' || shown === before.shown) return;
      saver.enter([
        before.isProblem
          ? enterTyped(row, before.shown, cellLanguage)
          : enterValue(row, before.value, cellLanguage),
      ]);
    },
    onBlur: saver.sendNow,
  };
  const enter = (value: DataValue): void => {
    saver.enter([enterValue(row, value, cellLanguage)]);
  };
  if (item.kind !== 'number') return <ChoiceField item={item} row={row} field={field} onChoose={enter} />;
  const isNotApplicable = row.value.state === 'not-applicable' && row.problem === null;
  return (
    <span className={styles.number}>
      <input
        {...field}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className={styles.input}
        value={shown}
        placeholder={words.blank}
        onChange={({ currentTarget }) => {
          saver.enter([enterTyped(row, currentTarget.value, cellLanguage)]);
        }}
      />
      <span className={styles.unit}>{pick(item.unit)}</span>
      <button
        type="button"
        className={styles.state}
        aria-pressed={isNotApplicable}
        aria-label={words.notApplicableOf(pick(item.name))}
        title={words.notApplicable}
        onClick={() => {
          enter(isNotApplicable ? { state: 'blank' } : NOT_APPLICABLE);
        }}
      >
        {words.notApplicableShort}
      </button>
    </span>
  );
};

const CHOSEN = 'value:';

interface ChoiceFieldProps {
  readonly item: Exclude<DataItem, { kind: 'number' }>;
  readonly row: FormRow;
  readonly field: Readonly<Record<string, unknown>>;
  readonly onChoose: (value: DataValue) => void;
}

const ChoiceField = ({ item, row, field, onChoose }: ChoiceFieldProps) => {
  const { words, locale } = useOpenForm().language;
  const choices =
    item.kind === 'level'
      ? item.levels.map(({ code, name }) => ({ code, label: name[locale] }))
      : [
          { code: 'yes', label: words.yes },
          { code: 'no', label: words.no },
        ];
  const { value, problem, entry } = row;
  const isUnknown = problem !== null && entry?.state === 'value';
  const chosen = isUnknown ? '' : value.state === 'value' ? `${CHOSEN}${value.value}` : value.state;
  return (
    <select
      {...field}
      className={styles.select}
      value={chosen}
      onChange={({ currentTarget: { value: next } }) => {
        if (next.startsWith(CHOSEN)) {
          onChoose({ state: 'value', value: next.slice(CHOSEN.length), comparator: '=' });
        } else onChoose({ state: next === 'blank' ? 'blank' : 'not-applicable' });
      }}
    >
      {isUnknown && <option value="">{words.notUnderstood(entry.typed)}</option>}
      <option value="blank">{words.blank}</option>
      {choices.map(({ code, label }) => (
        <option key={code} value={`${CHOSEN}${code}`}>
          {label}
        </option>
      ))}
      <option value="not-applicable">{words.notApplicable}</option>
    </select>
  );
};
