import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { describeSpan } from '#web/widgets/index-score/value-words.ts';
import styles from './ComponentPage.module.css';
import { indexMessages } from './messages.ts';
import type { RuleCurve as Curve, CurvePoint } from './rule-curve.ts';

const WIDTH = 320;
const HEIGHT = 170;
const MARGIN = { top: 24, right: 14, bottom: 26, left: 34 };
// Closer than this share to an axis, a label would stand on it.
const NEAR = 0.2;
const INNER_WIDTH = WIDTH - MARGIN.left - MARGIN.right;
const INNER_HEIGHT = HEIGHT - MARGIN.top - MARGIN.bottom;

type Scale = (value: number) => number;

/** Where the label of today's dot stands clear of the line and of the axes. */
const labelPlace = (now: CurvePoint, { end, maximum }: Curve, x: Scale, y: Scale) => {
  const [left, top] = [x(now.measure), y(now.points)];
  if (now.measure > end * NEAR && now.points < maximum * NEAR) {
    return { x: left, y: top - 10, textAnchor: 'middle' } as const;
  }
  if (now.measure > end * NEAR) return { x: left - 8, y: top - 6, textAnchor: 'end' } as const;
  return { x: left + 10, y: top - 8, textAnchor: 'start' } as const;
};

/** Points against the measure: the rule as a line, today as a dot, the plans' target as a diamond, full points as a dashed line. */
export const RuleCurve = ({ curve }: { readonly curve: Curve }) => {
  const words = useMessages(indexMessages);
  const format = useFormat();
  const pick = usePickText();
  const { line, now, target, maximum, fullFrom, end } = curve;
  const x = (measure: number): number => MARGIN.left + (measure / end) * INNER_WIDTH;
  const y = (points: number): number => MARGIN.top + INNER_HEIGHT - (points / maximum) * INNER_HEIGHT;
  const unit = curve.unit ? pick(curve.unit) : '';
  const measured = (value: number): string => {
    const text = String(value);
    return describeSpan({ low: text, high: text }, unit, format, words.fromOn);
  };
  // A unit of several words would not fit on the picture; the caption carries it.
  const marked = (value: number): string =>
    unit === '%' ? measured(value) : format.number(String(value), { atMost: 2 });
  const path = line.map(({ measure, points }: CurvePoint) => `${String(x(measure))},${String(y(points))}`);
  const present = now
    ? words.component.curveDescription(measured(now.measure), format.points(now.points), measured(fullFrom))
    : words.component.curveDescriptionWithoutNow(measured(fullFrom));
  const description = target
    ? `${present} ${words.component.curveTargetAt(measured(target.measure), format.points(target.points))}`
    : present;
  return (
    <figure className={styles.curve}>
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={description}>
        <line className={styles.axis} x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(0)} y2={y(0)} />
        <line className={styles.axis} x1={MARGIN.left} x2={MARGIN.left} y1={y(0)} y2={y(maximum)} />
        <line className={styles.full} x1={x(fullFrom)} x2={x(fullFrom)} y1={y(0)} y2={y(maximum)} />
        <polyline className={styles.line} points={path.join(' ')} />
        <text className={styles.label} x={MARGIN.left - 6} y={y(maximum) + 4} textAnchor="end">
          {format.number(String(maximum))}
        </text>
        <text className={styles.label} x={MARGIN.left - 6} y={y(0) + 4} textAnchor="end">
          0
        </text>
        <text className={styles.label} x={x(fullFrom)} y={HEIGHT - 8} textAnchor="middle">
          {marked(fullFrom)}
        </text>
        {target && (
          <path
            className={styles.target}
            d={`M ${String(x(target.measure))} ${String(y(target.points) - 7)} l 7 7 l -7 7 l -7 -7 z`}
          />
        )}
        {now && (
          <>
            <circle className={styles.now} cx={x(now.measure)} cy={y(now.points)} r={5} />
            <text className={styles.nowLabel} {...labelPlace(now, curve, x, y)}>
              {marked(now.measure)}
            </text>
          </>
        )}
      </svg>
      <figcaption className={styles.note}>{description}</figcaption>
    </figure>
  );
};
