import type { Outdated } from '#core/scenario/find-outdated.ts';
import { checkChanges } from '#core/scenario/check-changes.ts';
import { publishInterval } from '#core/scoring/evaluate.ts';
import { findDataItem } from '#core/scoring/framework.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import type { IndexSheet } from '#features/index-score/contract.ts';
import type { Scenario } from '#features/scenario/contract.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import { scenarioMessages } from './messages.ts';
import styles from './Notices.module.css';
import { scoreSheet, valuesOf } from './scenario-values.ts';

const SHOWN = 8;

interface OutdatedNoticeProps {
  readonly scenario: Scenario;
  readonly sheet: IndexSheet;
  readonly outdated: Outdated;
}

/** Says of a scenario that the present has moved on since it was kept, what has changed, and what it comes to now. */
export const OutdatedNotice = ({ scenario, sheet, outdated }: OutdatedNoticeProps) => {
  const { outdated: words } = useMessages(scenarioMessages);
  const format = useFormat();
  const pick = usePickText();
  const { locale } = useLocale();
  const { framework } = sheet;
  const present = valuesOf(sheet.values);
  const { changes } = checkChanges(framework, present, valuesOf(scenario.changes));
  const now = publishInterval(scoreSheet(sheet, changes).points, framework.policies.rounding);
  const describe = (item: string, value: DataValue): string => {
    const found = findDataItem(framework, item);
    return found ? describeValue(found, value, locale) : '–';
  };
  const nameOf = (item: string): string => {
    const found = findDataItem(framework, item);
    return found ? pick(found.name) : item;
  };
  return (
    <div role="note" className={styles.notice} data-kind="outdated">
      <p className={styles.title}>{words.title}</p>
      {outdated.framework && (
        <p>{words.framework(String(outdated.framework.then), String(outdated.framework.now))}</p>
      )}
      {outdated.values.length > 0 && (
        <>
          <p>{words.values(format.number(outdated.values.length))}</p>
          <ul>
            {outdated.values.slice(0, SHOWN).map(({ item, then, now: today }) => (
              <li key={item}>{words.value(nameOf(item), describe(item, then), describe(item, today))}</li>
            ))}
            {outdated.values.length > SHOWN && <li>…</li>}
          </ul>
        </>
      )}
      <p>
        {words.points(
          format.pointsRange(scenario.points.low, scenario.points.high),
          format.pointsRange(now.low, now.high),
        )}
      </p>
    </div>
  );
};
