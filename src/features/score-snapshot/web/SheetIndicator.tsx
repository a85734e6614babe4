import type { SheetComponent, SheetValue } from '#features/score-snapshot/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { ArithmeticSteps } from '#web/widgets/index-score/ArithmeticSteps.tsx';
import { RuleSentence } from '#web/widgets/index-score/RuleSentence.tsx';
import { ScorePlace } from '#web/widgets/index-score/ScorePlace.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { snapshotMessages, type SnapshotWords } from './messages.ts';
import styles from './Sheet.module.css';
import { describePoints } from './wording.ts';

const enteredOf = (
  { changedAt, changedBy, place }: SheetValue,
  format: Format,
  words: SnapshotWords['sheet'],
): string | null => {
  if (changedAt === null) return null;
  const instant = format.instant(changedAt);
  if (changedBy !== null) return words.enteredBy(changedBy, instant);
  // The line of a document says more than that it was loaded from there.
  return place === null ? words.loaded(instant) : null;
};

const Origin = ({ value }: { readonly value: SheetValue }) => {
  const { sheet: words } = useMessages(snapshotMessages);
  const format = useFormat();
  const pick = usePickText();
  const { origin, place, note } = value;
  const entered = enteredOf(value, format, words);
  const parts = [
    ...(origin === null ? [] : [<span key="origin">{words.origins[origin]}</span>]),
    ...(place === null ? [] : [<ScorePlace key="place" place={place} />]),
    ...(entered === null ? [] : [<span key="entered">{entered}</span>]),
    ...(note === null ? [] : [<span key="note">{pick(note)}</span>]),
  ];
  return <span className={styles.origin}>{parts}</span>;
};

const Provenance = ({ component }: { readonly component: SheetComponent }) => {
  const { sheet: words } = useMessages(snapshotMessages);
  const pick = usePickText();
  const { provenance } = component;
  if (!provenance) return null;
  return (
    <ul className={styles.provenance}>
      {(['maximumPoints', 'rule', 'dataItems'] as const).map((field) => {
        const { mark, note } = provenance[field];
        return (
          <li key={field}>
            {words.provenanceFields[field]}{' '}
            {mark === 'unknown' && field !== 'rule' ? (
              <CertaintyMark certainty={mark}>{words.unknownField}</CertaintyMark>
            ) : (
              <CertaintyMark certainty={mark} />
            )}
            {note && <span className={styles.quiet}> {pick(note)}</span>}
          </li>
        );
      })}
    </ul>
  );
};

const Row = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) => (
  <div className={styles.row}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** One indicator on the sheet: its data, its rule in words, the arithmetic, and what both rest on. */
export const SheetIndicator = ({ component }: { readonly component: SheetComponent }) => {
  const { sheet: words } = useMessages(snapshotMessages);
  const format = useFormat();
  const pick = usePickText();
  const { locale } = useLocale();
  const { code, name, points, maximum, rule, steps, values, evidence, leadAgencies } = component;
  const items = values.map(({ item }) => item);
  return (
    <article className={styles.indicator}>
      <h3 className={styles.name}>
        <span>{words.indicatorTitle(code, pick(name))}</span>
        <span className={styles.points}>
          {words.ofMaximum(describePoints(points, format), format.number(maximum))}
        </span>
      </h3>
      <FigureTable
        caption={words.data(code)}
        rows={values}
        rowKey={({ item }) => item.code}
        columns={[
          { key: 'item', title: words.item, width: '38%', cell: ({ item }) => pick(item.name) },
          {
            key: 'value',
            title: words.value,
            width: '20%',
            cell: ({ item, value }) => describeValue(item, value, locale),
          },
          { key: 'origin', title: words.origin, cell: (value) => <Origin value={value} /> },
        ]}
      />
      <dl className={styles.rows}>
        {rule && (
          <Row label={words.rule}>
            <RuleSentence rule={rule} items={items} />
          </Row>
        )}
        <Row label={words.arithmetic}>
          <ArithmeticSteps steps={steps} items={items} unfolded />
        </Row>
        <Row label={words.provenance}>
          <Provenance component={component} />
        </Row>
        {evidence && <Row label={words.evidence}>{pick(evidence)}</Row>}
        {leadAgencies.length > 0 && (
          <Row label={words.leads}>{format.list(leadAgencies.map((agency) => agency.name))}</Row>
        )}
      </dl>
    </article>
  );
};
