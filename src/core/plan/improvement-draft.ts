import type { DecimalText } from '#core/kernel/decimal.ts';
import { tidy } from '#core/kernel/text.ts';
import { recurringDay } from '#core/kernel/plain-date.ts';
import type { PlanReading, TargetReading } from '#core/plan-reading/reading.ts';
import type { Comparator } from './plan-item.ts';

/** A draft target of a kept improvement plan, as the register is to hold it. Names and values are in Vietnamese. */
export interface DraftTarget {
  readonly componentCode: string;
  readonly componentName: string;
  readonly itemName: string;
  readonly unit: string | null;
  readonly fromText: string;
  readonly targetText: string;
  /** Null for yes, no and levels. */
  readonly from: DecimalText | null;
  readonly target: DecimalText | null;
  readonly isFalling: boolean;
  readonly leadAgencies: readonly string[];
}

/** A kept plan that is offered to the registers. */
export interface ImprovementDraft {
  readonly planId: string;
  readonly revision: number;
  readonly name: string;
  readonly subjectName: string;
  readonly frameworkTitle: string;
  /** The year whose figures it starts from. */
  readonly baseYear: number;
  /** The year at whose end the targets are to be reached. */
  readonly targetYear: number;
  readonly pointsBefore: string;
  readonly pointsAfter: string;
  /** Whether component codes are those of the index that the registers know. */
  readonly statesIndicators: boolean;
  readonly targets: readonly DraftTarget[];
}

/** Not a kind that any authority issues: no decreed plan is taken for it. */
const DOCUMENT_KIND = 'Phương án cải thiện';
const SHORT_ID = 12;

/** The number that a kept plan goes by in the registers, the same for all its revisions. */
const numberOfPlan = (planId: string): string => `PA-${planId.replaceAll('-', '').slice(-SHORT_ID)}`;

const subjectLineOf = ({ name, subjectName, targetYear }: ImprovementDraft): string =>
  `${name} – ${subjectName}, năm ${String(targetYear)}`;

const headLines = (draft: ImprovementDraft): readonly string[] => [
  DOCUMENT_KIND.toLocaleUpperCase('vi'),
  subjectLineOf(draft),
  `Số: ${numberOfPlan(draft.planId)}, bản ${String(draft.revision)}`,
  `${draft.frameworkTitle}: từ ${draft.pointsBefore} điểm (số liệu năm ${String(draft.baseYear)}) lên ${draft.pointsAfter} điểm khi đạt các mức phấn đấu.`,
  'Công sức tính theo đơn vị quy ước; mức phấn đấu là dự thảo cho đến khi được đưa vào sổ chỉ tiêu.',
];

const lineOf = (target: DraftTarget, place: number): string =>
  tidy(
    `${String(place + 1)}. Chỉ số ${target.componentCode} ${target.componentName}: ${target.itemName}, hiện trạng ${target.fromText}, phấn đấu ${target.targetText}. Cơ quan chủ trì: ${target.leadAgencies.join('; ')}.`,
  );

const comparatorOf = ({ target, isFalling }: DraftTarget): Comparator =>
  target === null ? 'qualitative' : isFalling ? '<=' : '>=';

const numberOf = (text: DecimalText | null): number | null => (text === null ? null : Number(text));

const readTarget = (
  target: DraftTarget,
  place: number,
  firstLine: number,
  draft: ImprovementDraft,
): TargetReading => {
  const { targetYear, baseYear } = draft;
  return {
    id: `target-${String(place + 1)}`,
    quote: lineOf(target, place),
    line: firstLine + place,
    appendix: null,
    section: null,
    order: String(place + 1),
    embedded: false,
    indicatorCode: draft.statesIndicators ? target.componentCode : null,
    name: target.itemName,
    rawTarget: tidy(target.targetText),
    comparator: comparatorOf(target),
    value: numberOf(target.target),
    unit: target.unit,
    basis: null,
    aspirational: false,
    qualitativeLevel: target.target === null ? target.targetText : null,
    baseline: {
      raw: tidy(target.fromText),
      value: numberOf(target.from),
      unit: target.unit,
      period: String(baseYear),
    },
    period: {
      raw: `năm ${String(targetYear)}`,
      kind: 'year',
      start: recurringDay(targetYear, '01-01'),
      end: recurringDay(targetYear, '12-31'),
    },
    deadline: null,
    phases: [],
    actuals: [],
    plannedValues: [],
    leadRaw: target.leadAgencies.join('; '),
    leadAgencies: target.leadAgencies,
    coordinatingRaw: null,
    coordinatingAgencies: [],
  };
};

/**
 * Writes a kept plan as a document, and what the document says: the same door by which every target enters the registers. Each
 * draft target stands on a line of its own, so that a target can be followed back to it.
 */
export const writeImprovementDraft = (
  draft: ImprovementDraft,
): { readonly text: string; readonly reading: PlanReading } => {
  const head = headLines(draft);
  const firstLine = head.length + 1;
  return {
    text: [...head, ...draft.targets.map(lineOf)].join('\n'),
    reading: {
      document: {
        file: null,
        docType: DOCUMENT_KIND,
        attachedDocType: null,
        docNumber: numberOfPlan(draft.planId),
        issueDate: null,
        issueDateRaw: null,
        docNumberRaw: null,
        year: draft.targetYear,
        issuingAgency: null,
        subjectLine: subjectLineOf(draft),
        isDraft: true,
        signerName: null,
        signerTitle: null,
        recipients: [],
        legalBasis: [],
      },
      targets: draft.targets.map((target, place) => readTarget(target, place, firstLine, draft)),
      ...{ tasks: [], projects: [], indicatorScores: [], gaps: [], results: [] },
      ...{ resources: [], citedDocuments: [], reportingDuties: [], warnings: [] },
    },
  };
};
