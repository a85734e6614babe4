import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { registerMessages } from './messages.ts';
import classes from './register-table.module.css';
import type { RegisterFacet, RegisterState } from './register.ts';

interface PrintedChoicesProps<Row> {
  readonly label: string;
  readonly facets: readonly RegisterFacet<Row>[];
  readonly rows: readonly Row[];
  readonly state: RegisterState;
  readonly groupFacet: RegisterFacet<Row> | undefined;
}

/** On paper, where no filter shows what it holds: which register, chosen how, printed when. */
export const PrintedChoices = <Row,>({
  label,
  facets,
  rows,
  state,
  groupFacet,
}: PrintedChoicesProps<Row>) => {
  const messages = useMessages(registerMessages);
  const format = useFormat();
  const filters = facets.flatMap((facet) => {
    const key = state.filters[facet.id];
    if (key === undefined) return [];
    const value = rows.flatMap((row) => facet.values(row)).find((one) => one.key === key);
    return [messages.printedFilter(facet.label, value?.label ?? messages.noAnswer)];
  });
  const text = state.text === '' ? [] : [messages.printedText(state.text)];
  const group = groupFacet ? [messages.printedGroup(groupFacet.label)] : [];
  return (
    <p className={classes.printedChoices}>
      {messages.printed(label, [...filters, ...text, ...group], format.today())}
    </p>
  );
};
