import type { DataItem, DataValue } from '#core/scoring/data-value.ts';

/** An answer as it was when a workbook was written, or is when it comes back. */
export interface WorkbookAnswer {
  readonly value: DataValue;
  readonly note: string | null;
  readonly explanation: string | null;
  /** 0 where nothing was answered yet. */
  readonly version: number;
}

/** Whose figure it is: the organization's own, its part of a sum, or the whole of another subject. */
export type FigureScope = 'own' | 'part' | 'whole';

/** One figure that a form asks for. */
export interface WorkbookItem {
  readonly subject: string;
  readonly item: DataItem;
  readonly scope: FigureScope;
  /** The figure that is known already, and the period that it describes. */
  readonly previous: { readonly value: DataValue; readonly period: string } | null;
  readonly answer: WorkbookAnswer;
}

/** Figures under one heading of the framework. */
export interface WorkbookSection {
  readonly heading: string;
  /** 1 for a group of indicators, 2 for an indicator. */
  readonly level: 1 | 2;
  readonly items: readonly WorkbookItem[];
}

/** The form of one organization in one round, as a workbook holds it. */
export interface WorkbookForm {
  readonly submissionId: string;
  readonly roundId: string;
  readonly roundTitle: string;
  readonly period: string;
  /** The day by which figures are to be sent, as people of the language write it. */
  readonly lastDay: string;
  readonly organization: { readonly code: string; readonly name: string };
  readonly framework: string;
  /** Changes with everything that the layout rests on: what is asked, and how. */
  readonly fingerprint: string;
  readonly sections: readonly WorkbookSection[];
}

/** Names a figure within a form. */
export const workbookKey = ({ subject, item }: WorkbookItem): string => `${subject}/${item.code}`;

/** All figures of a form in their order. */
export const listWorkbookItems = ({ sections }: WorkbookForm): readonly WorkbookItem[] =>
  sections.flatMap(({ items }) => items);
