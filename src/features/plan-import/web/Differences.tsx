import type { PreviewItem } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { differenceFieldWords, nameDifference } from '#web/widgets/plan-item/difference-field-words.ts';
import { describeValue } from './describe-value.ts';
import { planImportMessages } from './messages.ts';
import classes from './plan-import.module.css';

interface DifferencesProps {
  readonly item: Pick<PreviewItem, 'differences'>;
  /** What the two columns are called where they are not register and file. */
  readonly sides?: readonly [before: string, after: string];
}

/** What the register says and what the file says, field by field. */
export const Differences = ({ item, sides }: DifferencesProps) => {
  const words = useMessages(planImportMessages).review;
  const fields = useMessages(differenceFieldWords);
  const [before, after] = sides ?? [words.inRegister, words.inFile];
  const format = useFormat();
  return (
    <div className={classes.differences}>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {item.differences.map(({ field, registered, read }) => (
            <tr key={field}>
              <th scope="row">{nameDifference(field, fields)}</th>
              <td>{registered === null ? words.blankValue : describeValue(field, registered, format)}</td>
              <td>{read === null ? words.blankValue : describeValue(field, read, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
