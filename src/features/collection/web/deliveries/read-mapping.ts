/** A mapping as it is typed, a line for each code, or the first line that is none. */
export const readMapping = (
  text: string,
): { readonly mapping: Readonly<Record<string, string>> } | { readonly fault: string } => {
  const lines = listLines(text);
  const pairs = lines.map((line) => ({ line, parts: /^([^=]+)=([^=]+)$/.exec(line) }));
  const fault = pairs.find(({ parts }) => parts === null);
  if (fault) return { fault: fault.line };
  return {
    mapping: Object.fromEntries(
      pairs.map(({ parts }) => [parts?.[1]?.trim() ?? '', parts?.[2]?.trim() ?? '']),
    ),
  };
};

/** A mapping as it is typed. */
export const writeMapping = (mapping: Readonly<Record<string, string>>): string =>
  Object.entries(mapping)
    .map(([theirs, ours]) => `${theirs} = ${ours}`)
    .join('\n');

/** The lines of a text that say something. */
export const listLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
