/** Placeholders as they come: texts, and lists with fields of their own. */
export interface FieldTree {
  readonly texts: readonly string[];
  readonly lists: Readonly<Record<string, FieldTree>>;
}

/** A placeholder with the list that it stands in. */
export interface FieldRow {
  readonly name: string;
  readonly isList: boolean;
  /** From the outermost list. */
  readonly within: readonly string[];
}

/** All placeholders in the order in which a person reads them: each list before what stands in it. */
export const fieldRows = (
  { texts, lists }: FieldTree,
  within: readonly string[] = [],
): readonly FieldRow[] => [
  ...texts.map((name) => ({ name, isList: false, within })),
  ...Object.entries(lists).flatMap(([name, inner]) => [
    { name, isList: true, within },
    ...fieldRows(inner, [...within, name]),
  ]),
];
