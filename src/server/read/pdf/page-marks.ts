/** A word as it is printed, in points from the upper left corner of the page. */
export interface PrintedWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line it stands on. */
  readonly base: number;
  /** Size of its letters. */
  readonly size: number;
  readonly isBold: boolean;
  /** White space was printed before it. */
  readonly spaced: boolean;
}

/** A straight line that is printed, level or upright. */
export interface Rule {
  readonly isLevel: boolean;
  /** Where it stands: from the top when level, from the left when upright. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** All that is printed on a page and matters for its words. */
export interface PageMarks {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly PrintedWord[];
  readonly rules: readonly Rule[];
}
