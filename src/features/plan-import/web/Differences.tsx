import type { PreviewItem } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { differenceFieldWords, nameDifference } from '#web/widgets/plan-item/difference-field-words.ts';
import { describeValue } from './describe-value.ts';
import { planImportMessages } from './messages.ts';
import classes from './plan-import.module.css';

/** What the register says and what the file says, field by field. */
export const Differences = ({ item }: { readonly item: Pick<PreviewItem, 'differences'> }) => {
  const words = useMessages(planImportMessages).review;
  const fields = useMessages(differenceFieldWords);
  const format = useFormat();
  return (
    <div className={classes.differences}>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.inRegister}</th>
            <th scope="col">{words.inFile}</th>
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
