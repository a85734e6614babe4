/** A count with its English noun: `1 task`, `2 tasks`. */
export const countOf = (count: string, one: string, many = `${one}s`): string =>
  `${count} ${count === '1' ? one : many}`;
