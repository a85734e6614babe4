import type { ReactNode } from 'react';
import type { Decimal } from '#core/kernel/decimal.ts';

/** What a column is sorted by: text in Vietnamese order, a number, an exact decimal. Blank (null) always comes last. */
export type SortKey = string | number | Decimal | null;

/** One column of a register. */
export interface RegisterColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Share of the table's width in percent. */
  readonly width: number;
  /** Numbers stand at the end of their cell with tabular figures. */
  readonly align?: 'end';
  /** The cell in plain words: what the free-text filter searches; blank when the row says nothing here. */
  readonly text: (row: Row) => string;
  /** How the cell looks; the plain words when left out. It holds nothing that takes the focus: a row has one link. */
  readonly cell?: (row: Row) => ReactNode;
  /** Left out when the column can't be sorted. */
  readonly sortKey?: (row: Row) => SortKey;
  /** The column is left out where the table is narrower than this, in CSS pixels. */
  readonly hiddenBelow?: number;
}

/** A value by which rows are filtered or grouped. */
export interface FacetValue {
  readonly key: string;
  readonly label: string;
  /** Place among the values of the facet; by label when left out. */
  readonly order?: number;
}

/** A question to which a row gives none, one or several answers: its agencies, its section, the state of its deadline. */
export interface RegisterFacet<Row> {
  readonly id: string;
  readonly label: string;
  readonly values: (row: Row) => readonly FacetValue[];
  /** Left out when rows can't be grouped by it. */
  readonly groupable?: boolean;
  /** On paper rows stand below its values when no other order was chosen, and its own column is left out. */
  readonly groupsOnPaper?: boolean;
}

/** How a register is looked at. It lives in the address, so that a link shows what its sender saw. */
export interface RegisterState {
  readonly text: string;
  readonly sort: RegisterSort | null;
  /** Facet by which rows are grouped. */
  readonly group: string | null;
  /** Facet → key of the value asked for. */
  readonly filters: Readonly<Record<string, string>>;
  /** Keys of the groups that are folded. */
  readonly folded: readonly string[];
}

export interface RegisterSort {
  readonly column: string;
  readonly descending: boolean;
}

/** Everything in the order of the register itself. */
export const WHOLE_REGISTER: RegisterState = {
  text: '',
  sort: null,
  group: null,
  filters: {},
  folded: [],
};

/** What one line of the table shows. */
export type RegisterLine<Row> = GroupLine | RowLine<Row>;

export interface GroupLine {
  readonly kind: 'group';
  readonly id: string;
  readonly key: string;
  /** Blank for the group of rows that give no answer. */
  readonly label: string;
  readonly count: number;
  readonly open: boolean;
}

export interface RowLine<Row> {
  readonly kind: 'row';
  /** A row that stands in two groups has two lines. */
  readonly id: string;
  readonly row: Row;
}
