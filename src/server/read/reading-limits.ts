/** How much of a document is read. */
export interface ReadingLimits {
  /** Characters of its text. */
  readonly characters: number;
  readonly pages: number;
  /** Words of a PDF, each with its place on a page. */
  readonly words: number;
  /** Bytes of the unpacked parts of a Word document. */
  readonly unpackedBytes: number;
  /** Bytes of a page of HTML, whose markup may take many times the room of its words. */
  readonly pageBytes: number;
}

const MEGABYTE = 1024 * 1024;

/** What is read while somebody waits: the longest plan seen so far has sixty pages and sixty thousand characters. */
export const LIMITS_OF_AN_ANSWER: ReadingLimits = {
  characters: 400_000,
  pages: 400,
  words: 250_000,
  unpackedBytes: 16 * MEGABYTE,
  pageBytes: 8 * MEGABYTE,
};

/** What is read as a job: some minutes of reading. */
export const LIMITS_OF_A_JOB: ReadingLimits = {
  characters: 2_000_000,
  pages: 1500,
  words: 800_000,
  unpackedBytes: 64 * MEGABYTE,
  pageBytes: 16 * MEGABYTE,
};

/** Told how far reading is: a share from 0 to 1, and the code of what is being done. */
export type TellReading = (share: number, stage: 'pages' | 'statements') => void;
