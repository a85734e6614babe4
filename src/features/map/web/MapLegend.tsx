import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import type { Shading } from './league-on-map.ts';
import styles from './map.module.css';
import { mapMessages } from './messages.ts';

/** The classes from the best to the lowest: their number, bounds and how many units they hold. */
export const MapLegend = ({ shading }: { readonly shading: Shading }) => {
  const words = useMessages(mapMessages);
  const format = useFormat();
  const { by, classes, units } = shading;
  const count = (index: number | undefined): number =>
    [...units.values()].filter(({ classIndex }) => classIndex === index).length;
  const boundsOf = (index: number): string => {
    const { from = 0, to = 0 } = classes[index] ?? {};
    const [low, high] = [format.number(from), format.number(to)];
    if (by === 'rank') return words.ranksBetween(low, high);
    return index === classes.length - 1 ? words.pointsBetweenLast(low, high) : words.pointsBetween(low, high);
  };
  const entries = classes.map((_, index) => index).reverse();
  const without = count(undefined);
  return (
    <ul aria-label={words.legend} className={styles.legend}>
      {entries.map((index) => (
        <li key={index}>
          <span aria-hidden="true" className={styles.sign} data-class={index}>
            {index + 1}
          </span>
          {words.className(format.number(index + 1))}: {boundsOf(index)}
          <span className={styles.count}>{words.unitCount(format.number(count(index)))}</span>
        </li>
      ))}
      {without > 0 && (
        <li>
          <span aria-hidden="true" className={styles.sign} data-class="none" />
          {words.noValue}
          <span className={styles.count}>{words.unitCount(format.number(without))}</span>
        </li>
      )}
    </ul>
  );
};
