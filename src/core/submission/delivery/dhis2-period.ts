const FORMS: readonly (readonly [RegExp, (year: string, part: string) => string])[] = [
  [/^(\d{4})()$/, (year) => year],
  [/^(\d{4})Q([1-4])$/, (year, part) => `${year}-Q${part}`],
  [/^(\d{4})S([12])$/, (year, part) => `${year}-H${part}`],
  [/^(\d{4})(0[1-9]|1[0-2])$/, (year, part) => `${year}-${part}`],
];

/**
 * A period of DHIS2 by our name: `2026`, `2026Q1`, `2026S1`, `202605` are 2026, 2026-Q1, 2026-H1, 2026-05. Undefined for
 * weeks, days and what else no round is about. Source: DHIS2 developer manual, "Date and period format".
 */
export const readDhis2Period = (text: string): string | undefined => {
  for (const [form, name] of FORMS) {
    const [, year, part] = form.exec(text) ?? [];
    if (year !== undefined && part !== undefined) return name(year, part);
  }
  return undefined;
};
