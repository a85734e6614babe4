/** Cases in which the usual explanation of a kind of finding would claim more than its sides say. */
export type CloserExplanation =
  'above-ceiling' | 'phases-overlap' | 'lowered-over-years' | 'lowered-order-unknown' | 'year-unsaid';
