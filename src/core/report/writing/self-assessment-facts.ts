import { decimal, type DecimalText } from '#core/kernel/decimal.ts';
import type { ProvinceFacts } from '#core/report/province.ts';
import type { PointsSpan } from './comparison.ts';

/** A main indicator (chỉ số chính) of the index with what it got. */
export interface AssessedGroup {
  readonly code: string;
  readonly name: string;
  readonly maximum: DecimalText;
  readonly points: PointsSpan;
}

/** A component indicator (chỉ số thành phần) with what it got and what the registers say of it. */
export interface AssessedComponent extends AssessedGroup {
  readonly groupCode: string;
  /** The measure as it stands: "59,65%"; null where the rule looks at none or data are blank. */
  readonly current: string | null;
  readonly cause: string | null;
  readonly remedy: string | null;
  readonly remark: string | null;
  readonly leads: readonly string[];
  readonly coordinating: readonly string[];
  /** What is striven for, as the plan says it. */
  readonly target: string | null;
  readonly due: string | null;
}

/** All that a self-assessment of a province says. */
export interface SelfAssessmentFacts extends ProvinceFacts {
  readonly kind: 'self-assessment';
  /** The year that is assessed. */
  readonly year: number;
  /** The year in which it is written and for which targets are set. */
  readonly nextYear: number;
  /** "Quyết định số 405/QĐ-BKHCN ngày 03 tháng 4 năm 2025 của Bộ trưởng Bộ Khoa học và Công nghệ …"; null for a proposal. */
  readonly decision: string | null;
  readonly maximum: DecimalText;
  readonly points: PointsSpan;
  readonly goal: DecimalText | null;
  /** The year that the goal is set for; papers kept before it was told apart have none and speak of the assessed year. */
  readonly goalYear?: number | null;
  readonly published: { readonly year: number; readonly points: DecimalText; readonly note: string } | null;
  readonly snapshot: { readonly name: string; readonly takenAt: string };
  readonly simulated: boolean;
  readonly groups: readonly AssessedGroup[];
  readonly components: readonly AssessedComponent[];
}

const isFull = ({ maximum, points }: AssessedGroup): boolean =>
  decimal(points.low).greaterThanOrEqualTo(maximum);

/** Components that lose points for certain or may lose them, in the order of their codes. */
export const listGaps = (components: readonly AssessedComponent[]): readonly AssessedComponent[] =>
  components.filter((component) => !isFull(component));
