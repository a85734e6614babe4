/** What a document is called by while it has no number, and by its number then. */
export interface TitledDocument {
  readonly docType: string | null;
  readonly docNumber: string | null;
  readonly subjectLine: string | null;
}

// Plans of one name differ in their years alone.
const YEARS = /(?:năm|giai đoạn)\s+\d{4}(?:\s*[-–]\s*\d{4})?\.?$/iu;

const clip = (text: string, longest: number): string => {
  if (text.length <= longest) return text;
  const years = YEARS.exec(text)?.[0];
  const room = longest - (years === undefined ? 0 : years.length + 1);
  const cut = text.lastIndexOf(' ', room);
  const head = `${text.slice(0, cut > 0 ? cut : room).replace(/[,;:]$/u, '')}…`;
  return years === undefined ? head : `${head} ${years}`;
};

/**
 * A document by its kind and number, "Quyết định 3256/QĐ-UBND"; while it has none, by its kind and as many characters of its
 * subject, whose years stay. Null where none of them is known.
 */
export const titleDocument = (
  { docType, docNumber, subjectLine }: TitledDocument,
  longest: number,
): string | null => {
  const title = [
    ...(docType === null ? [] : [docType]),
    ...(docNumber === null ? (subjectLine === null ? [] : [clip(subjectLine, longest)]) : [docNumber]),
  ].join(' ');
  return title === '' ? null : title;
};

// What a line of a list or of a letter has room for.
const LISTED_SUBJECT = 60;

/** A document within a list of what it gives: by its number alone, while it has none by its kind and subject. */
export const nameSourceDocument = (document: TitledDocument): string | null =>
  document.docNumber ?? titleDocument(document, LISTED_SUBJECT);
