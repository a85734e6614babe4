import { decimal, type DecimalText } from '#core/kernel/decimal.ts';
import { capitalized, pointsText } from '#core/report/official-wording.ts';

/** Points that are known, or that lie between two bounds. */
export interface PointsSpan {
  readonly low: DecimalText;
  readonly high: DecimalText;
}

/** "646,82", or "từ 625,64 đến 646,82" where rules or data leave it open. */
export const spanText = ({ low, high }: PointsSpan): string =>
  pointsText(low) === pointsText(high) ? pointsText(low) : `từ ${pointsText(low)} đến ${pointsText(high)}`;

/** The same in a cell: "625,64 - 646,82". */
export const spanCell = ({ low, high }: PointsSpan): string =>
  pointsText(low) === pointsText(high) ? pointsText(low) : `${pointsText(low)} - ${pointsText(high)}`;

const NONE = pointsText(0);

/** How many points something is short or ahead: what is there but would be written as nothing is "dưới 0,01 điểm". */
const differenceText = (span: PointsSpan): string =>
  pointsText(span.high) === NONE ? 'dưới 0,01 điểm' : `${spanText(span)} điểm`;

/** "6,87/50,00 điểm", or "từ 26,60 đến 30,00 trên 30,00 điểm". */
export const ofMaximum = (points: PointsSpan, maximum: DecimalText): string =>
  decimal(points.low).equals(points.high)
    ? `${pointsText(points.low)}/${pointsText(maximum)} điểm`
    : `${spanText(points)} trên ${pointsText(maximum)} điểm`;

/** What is left of a whole after a span. */
const restOf = (whole: DecimalText, { low, high }: PointsSpan): PointsSpan => ({
  low: decimal(whole).minus(high).toFixed(),
  high: decimal(whole).minus(low).toFixed(),
});

/** How a result stands against a goal: reached, exceeded, missed, or open while the goal lies within the span. */
type GoalVerdict = 'exceeded' | 'reached' | 'missed' | 'open';

/** Compares a span with a goal. */
const judgeGoal = ({ low, high }: PointsSpan, goal: DecimalText): GoalVerdict => {
  if (decimal(high).lessThan(goal)) return 'missed';
  if (decimal(low).lessThan(goal)) return 'open';
  return decimal(low).greaterThan(goal) ? 'exceeded' : 'reached';
};

/** A sentence on a goal, as an official writes it. */
export const goalSentence = (span: PointsSpan, goal: DecimalText, subject: string): string => {
  const written = pointsText(goal);
  const rest = restOf(goal, span);
  switch (judgeGoal(span, goal)) {
    case 'missed':
      return `So với mục tiêu ${written} điểm, ${subject} chưa đạt, còn thiếu ${differenceText(rest)}.`;
    case 'open':
      return `Mục tiêu ${written} điểm nằm trong khoảng điểm nêu trên; ${subject} đạt mục tiêu nếu các nội dung còn cần xác định được tính ở mức cao.`;
    case 'reached':
      return `So với mục tiêu ${written} điểm, ${subject} đạt mục tiêu.`;
    case 'exceeded':
      return `So với mục tiêu ${written} điểm, ${subject} vượt mục tiêu ${differenceText({
        low: decimal(span.low).minus(goal).toFixed(),
        high: decimal(span.high).minus(goal).toFixed(),
      })}.`;
  }
};

/** What is still to be won for the goal of a later year. */
export const laterGoalSentence = (span: PointsSpan, goal: DecimalText, year: number): string => {
  const told = `Mục tiêu năm ${String(year)} là ${pointsText(goal)} điểm`;
  return judgeGoal(span, goal) === 'missed'
    ? `${told}, cần tăng thêm ${differenceText(restOf(goal, span))}.`
    : `${told}.`;
};

/** What a component lacks of its maximum: "còn thiếu từ 3,00 đến 5,00 điểm", "có thể còn thiếu đến 5,00 điểm". */
export const lackText = (points: PointsSpan, maximum: DecimalText): string => {
  const rest = restOf(maximum, points);
  return pointsText(rest.low) === NONE && pointsText(rest.high) !== NONE
    ? `có thể còn thiếu đến ${pointsText(rest.high)} điểm`
    : `còn thiếu ${differenceText(rest)}`;
};

/** Points as they are written: a change too small to be written is none. */
const asWritten = (points: DecimalText) => decimal(points).toDecimalPlaces(2);

/** "tăng 20,50 điểm", "giảm từ 3,00 đến 5,00 điểm", "bằng"; a change whose direction is open has both ends told. */
export const changeText = (now: PointsSpan, before: DecimalText): string => {
  const low = asWritten(now.low).minus(asWritten(before));
  const high = asWritten(now.high).minus(asWritten(before));
  if (low.isZero() && high.isZero()) return 'bằng';
  if (low.isZero()) return `bằng hoặc tăng đến ${pointsText(high.toFixed())} điểm`;
  if (high.isZero()) return `bằng hoặc giảm đến ${pointsText(low.negated().toFixed())} điểm`;
  if (low.isPositive()) return `tăng ${spanText({ low: low.toFixed(), high: high.toFixed() })} điểm`;
  if (high.isNegative()) {
    return `giảm ${spanText({ low: high.negated().toFixed(), high: low.negated().toFixed() })} điểm`;
  }
  return `thay đổi trong khoảng từ giảm ${pointsText(low.negated().toFixed())} đến tăng ${pointsText(high.toFixed())} điểm`;
};

/** A sentence that begins with a capital and ends with one full stop. */
export const sentence = (text: string): string => `${capitalized(text.trim()).replace(/[.;,]+$/u, '')}.`;
