import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { PERIOD_VALUE_KINDS, type PeriodValueKind } from '#core/forecast/decide-period-value.ts';
import { type PeriodFigureList, type PeriodValueInput, putPeriodValue } from '#features/forecast/contract.ts';
import { call } from '#web/api/call.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { parseNumber } from '#web/i18n/parse-number.ts';
import type { PlainSearch } from '#web/search-params.ts';
import { usePermission } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { INDEX_KEY } from '#web/widgets/index-score/index-queries.ts';
import { withUnit } from './forecast-words.ts';
import styles from './forecast.module.css';
import { forecastMessages } from './messages.ts';
import { PeriodHistory } from './PeriodHistory.tsx';
import { figuresQuery } from './queries.ts';

interface EntryFormProps {
  readonly known: PeriodFigureList;
  readonly search: PlainSearch;
}

/** Enters, corrects or takes back what a data item was at the end of a quarter. */
const EntryForm = ({ known, search }: EntryFormProps) => {
  const { entry: words } = useMessages(forecastMessages);
  const format = useFormat();
  const pick = usePickText();
  const { locale } = useLocale();
  const queries = useQueryClient();
  const [item, setItem] = useState(known.items[0]?.item ?? '');
  const [period, setPeriod] = useState(known.periods[0]?.period ?? '');
  const [chosenKind, setKind] = useState<PeriodValueKind>('final');
  const [typed, setTyped] = useState('');
  const [source, setSource] = useState('');
  const [wrong, setWrong] = useState({ value: false, source: false });
  const [writeId, setWriteId] = useState(() => newId());
  const chosen = known.items.find((one) => one.item === item);
  const present = chosen?.figures.find((figure) => figure.period === period);
  const isOver = known.periods.find((one) => one.period === period)?.isOver === true;
  const kind = isOver ? chosenKind : 'estimate';
  const saving = useMutation({
    mutationFn: (body: PeriodValueInput) => call(putPeriodValue, { params: { item }, body }),
    onSuccess: async () => {
      setTyped('');
      setWriteId(newId());
      await queries.invalidateQueries({ queryKey: INDEX_KEY });
    },
    onError: (error) => {
      if (toProblem(error).code !== 'network.unreachable') setWriteId(newId());
    },
  });
  const save = (value: string | null) => {
    saving.mutate({
      ...{ framework: known.framework.code, subject: known.subject.code, period, kind, value },
      ...{ source: source.trim(), version: present?.version ?? 0, writeId },
    });
  };
  const standing = (): string => {
    if (!present) return words.nothingYet;
    if (present.value === null) return words.takenBack;
    return words.present(
      withUnit(format.number(present.value), chosen?.unit ?? null, pick),
      words.kinds[present.kind],
    );
  };
  return (
    <form
      className={styles.entry}
      onSubmit={(event) => {
        event.preventDefault();
        const value = parseNumber(typed, locale);
        const found = { value: value === undefined, source: source.trim() === '' };
        setWrong(found);
        if (value !== undefined && !found.source) save(value);
      }}
    >
      {saving.isError && <ErrorState error={saving.error} where={words.title} />}
      <NativeSelect
        label={words.item}
        value={item}
        data={known.items.map((one) => ({
          value: one.item,
          label: `${one.componentCodes.join(', ')} ${pick(one.itemName)}`,
        }))}
        onChange={(event) => {
          setItem(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={words.period}
        value={period}
        data={known.periods.map((one) => ({ value: one.period, label: format.period(one.period) }))}
        onChange={(event) => {
          setPeriod(event.currentTarget.value);
        }}
      />
      <Radio.Group
        label={words.kind}
        {...(!isOver && { description: words.onlyEstimate })}
        value={kind}
        onChange={(value) => {
          const one = PERIOD_VALUE_KINDS.find((candidate) => candidate === value);
          if (one) setKind(one);
        }}
      >
        <div className={styles.choices}>
          {PERIOD_VALUE_KINDS.map((one) => (
            <Radio key={one} value={one} label={words.kinds[one]} disabled={one === 'final' && !isOver} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={words.value(chosen ? pick(chosen.unit) : '')}
        description={standing()}
        inputMode="decimal"
        value={typed}
        error={wrong.value ? words.wrongValue : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <TextInput
        label={words.source}
        description={words.sourceHint}
        maxLength={500}
        value={source}
        error={wrong.source ? words.wrongSource : undefined}
        onChange={(event) => {
          setSource(event.currentTarget.value);
        }}
      />
      <div className={styles.form}>
        <Button type="submit" loading={saving.isPending}>
          {words.save}
        </Button>
        {(present?.value ?? null) !== null && (
          <Button
            variant="default"
            onClick={() => {
              setWrong({ value: false, source: source.trim() === '' });
              if (source.trim() !== '') save(null);
            }}
          >
            {words.takeBack}
          </Button>
        )}
      </div>
      <p role="status" className={styles.status}>
        {saving.isSuccess ? words.saved : ''}
      </p>
      {chosen && <PeriodHistory item={chosen} search={search} />}
    </form>
  );
};

/** The form by which figures of quarters come in, for who may write them. */
export const PeriodEntry = ({ search }: { readonly search: PlainSearch }) => {
  const { entry: words } = useMessages(forecastMessages);
  const mayWrite = usePermission('data-value.write');
  const known = useQuery({ ...figuresQuery(search), enabled: mayWrite });
  if (!mayWrite || !known.data || known.data.periods.length === 0) return null;
  return (
    <Section title={words.title} lead={words.lead} onScreenOnly>
      <EntryForm known={known.data} search={search} />
    </Section>
  );
};
