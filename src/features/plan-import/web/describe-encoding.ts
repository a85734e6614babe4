/** The encoding of a file by the name that offices know it by; one without a name of its own stays as it is. */
export const describeEncoding = (
  encoding: string | null,
  names: Readonly<Record<string, string>>,
): string | null => (encoding === null ? null : (names[encoding] ?? encoding));
