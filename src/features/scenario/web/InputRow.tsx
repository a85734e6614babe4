import { memo, useId, useState, type KeyboardEvent } from 'react';
import { isRefusal } from '#core/kernel/refusal.ts';
import type { DataItem, DataValue } from '#core/scoring/data-value.ts';
import type { EnteredValue } from '#core/scoring/decide-data-value.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { cellText, understandCell } from '#web/widgets/index-score/understand-cell.ts';
import type { Bench } from './bench.ts';
import { choiceOf, choicesOf, describeCellRefusal } from './describe-refusal.ts';
import styles from './InputGrid.module.css';
import { scenarioMessages } from './messages.ts';

interface InputRowProps {
  readonly bench: Bench;
  readonly item: DataItem;
  readonly present: DataValue;
  readonly origin: string | undefined;
  /** The assumed value; undefined while it is the present one. */
  readonly changed: DataValue | undefined;
}

const STATES = ['value', 'blank', 'not-applicable'] as const;

const stateEntry = (state: 'blank' | 'not-applicable'): EnteredValue => ({
  state,
  value: null,
  comparator: '=',
});

/** One input: what it is, its present value, and the value assumed. Only the row whose value changes is drawn again. */
export const InputRow = memo((props: InputRowProps) => {
  const { bench, item, present, origin, changed } = props;
  const words = useMessages(scenarioMessages);
  const pick = usePickText();
  const { locale } = useLocale();
  const name = pick(item.name);
  return (
    <tr data-item={item.code} data-changed={changed ? '' : undefined}>
      <th scope="row" className={styles.item}>
        {name} <span className={styles.code}>{item.code}</span>
        {origin === 'inferred' && <span className={styles.mark}>{words.grid.inferred}</span>}
        {origin === 'simulated' && <span className={styles.mark}>{words.grid.simulated}</span>}
      </th>
      <td data-kind="figure" data-label={words.grid.present} data-state={present.state}>
        {describeValue(item, present, locale)}
      </td>
      <td className={styles.cell} data-label={words.grid.changed}>
        <ValueCell {...props} />
      </td>
      <td className={styles.resetCell}>
        {changed && (
          <button
            type="button"
            className={styles.reset}
            aria-label={words.grid.resetNamed(name)}
            onClick={() => {
              bench.resetItem(item.code);
            }}
          >
            <span className={styles.changedMark}>{words.grid.marked}</span>{' '}
            <span className={styles.resetWord}>{words.grid.reset}</span>
          </button>
        )}
      </td>
    </tr>
  );
});
InputRow.displayName = 'InputRow';

/** What is typed but not (yet) a value of the item, with the sentence that says why. */
interface Draft {
  readonly typed: string;
  readonly problem: string | null;
}

const ValueCell = ({ bench, item, present, changed }: InputRowProps) => {
  const words = useMessages(scenarioMessages);
  const format = useFormat();
  const pick = usePickText();
  const { locale } = useLocale();
  const problemId = useId();
  const value = changed ?? present;
  const [draft, setDraft] = useState<Draft | null>(null);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState<DataValue | null>(null);
  // A value from elsewhere (undo, reset, the same item at another indicator) takes the place of what was typed.
  if (value !== seen) {
    setSeen(value);
    if (value !== sent) setDraft(null);
  }

  const enter = (entered: EnteredValue, typed: string): void => {
    const refusal = bench.setItem(item.code, entered);
    const after = bench.getState().changes.get(item.code) ?? present;
    if (!isRefusal(refusal)) setSent(after);
    const language = { framework: bench.framework, locale, format, words };
    setDraft({ typed, problem: isRefusal(refusal) ? describeCellRefusal(refusal, language) : null });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Escape') return;
    setDraft(null);
    bench.resetItem(item.code);
  };
  const field = {
    'data-cell': item.code,
    'aria-label': words.grid.cell(pick(item.name)),
    'aria-invalid': draft?.problem ? true : undefined,
    'aria-describedby': draft?.problem ? problemId : undefined,
    onKeyDown,
    onBlur: () => {
      bench.endTyping();
      // What is a value by now is shown as it is understood; what is none stays to be mended.
      setDraft((before) => (before?.problem ? before : null));
    },
  };
  return (
    <>
      <span className={styles.fields}>
        {item.kind === 'number' ? (
          <NumberFields
            item={item}
            value={value}
            typed={draft?.typed ?? cellText(value, locale)}
            field={field}
            onType={(typed) => {
              enter(understandCell(item, typed, locale, cellWordsOf(words)), typed);
            }}
            onState={(state) => {
              enter(stateEntry(state), '');
            }}
          />
        ) : (
          <select
            {...field}
            className={styles.select}
            value={choiceOf(value)}
            onChange={({ currentTarget: { value: chosen } }) => {
              const entered: EnteredValue = chosen.startsWith('=')
                ? { state: 'value', value: chosen.slice(1), comparator: '=' }
                : stateEntry(chosen === 'blank' ? 'blank' : 'not-applicable');
              enter(entered, '');
            }}
          >
            {choicesOf(item, locale, words).map((choice) => (
              <option key={choice.value} value={`=${choice.value}`}>
                {choice.label}
              </option>
            ))}
            <option value="blank">{words.states.blank}</option>
            <option value="not-applicable">{words.states['not-applicable']}</option>
          </select>
        )}
      </span>
      {draft?.problem && (
        <span id={problemId} role="alert" className={styles.problem}>
          {draft.problem}
        </span>
      )}
    </>
  );
};

const cellWordsOf = (
  words: { readonly yes: string; readonly no: string } & {
    readonly states: Readonly<Record<(typeof STATES)[number], string>>;
  },
) => ({
  yes: words.yes,
  no: words.no,
  blank: words.states.blank,
  notApplicable: words.states['not-applicable'],
});

interface NumberFieldsProps {
  readonly item: Extract<DataItem, { kind: 'number' }>;
  readonly value: DataValue;
  readonly typed: string;
  readonly field: Readonly<Record<string, unknown>>;
  readonly onType: (typed: string) => void;
  readonly onState: (state: 'blank' | 'not-applicable') => void;
}

const NumberFields = ({ item, value, typed, field, onType, onState }: NumberFieldsProps) => {
  const words = useMessages(scenarioMessages);
  const pick = usePickText();
  const unit = pick(item.unit);
  return (
    <>
      <input
        {...field}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className={styles.input}
        value={typed}
        placeholder={value.state === 'value' ? '' : words.states[value.state]}
        onChange={({ currentTarget }) => {
          onType(currentTarget.value);
        }}
      />
      <span className={styles.unit}>{unit}</span>
      <select
        className={styles.state}
        aria-label={words.grid.stateOf(pick(item.name))}
        value={value.state}
        onChange={({ currentTarget }) => {
          const state = STATES.find((one) => one === currentTarget.value);
          if (state === 'blank' || state === 'not-applicable') onState(state);
        }}
      >
        {STATES.map((state) => (
          // A number is given by typing it; the state only says that there is one.
          <option key={state} value={state} disabled={state === 'value' && value.state !== 'value'}>
            {words.states[state]}
          </option>
        ))}
      </select>
    </>
  );
};
