import type { ItemChangeKind } from './plan-item.ts';
import type { KindReading } from './register-entry.ts';

/** What an item was in its document before a replacing document took it over. */
export interface FormerPlace {
  readonly documentId: string;
  readonly itemKey: string;
  readonly position: number;
}

/** What one standing import said of an item. */
export interface ItemRevision {
  readonly change: Exclude<ItemChangeKind, 'undone'>;
  readonly importId: string;
  /** The document that the import is a file of. */
  readonly documentId: string;
  readonly statement: KindReading;
  /** Of a change `taken-over` alone. */
  readonly former: FormerPlace | null;
}

/** How an item stands after its revisions. */
export interface ItemState {
  /** The document to which the item belongs. */
  readonly documentId: string;
  /** The other document whose words hold now, because it amended the item. */
  readonly wordedBy: string | null;
  /** The revision that tells what the item says. */
  readonly values: ItemRevision;
  /** The revision that tells where it stands and in which words. */
  readonly words: ItemRevision;
  /** The document that ended the item. */
  readonly endedBy: string | null;
}

/** The document whose words of an item hold. */
export const wordingDocument = (state: Pick<ItemState, 'documentId' | 'wordedBy'>): string =>
  state.wordedBy ?? state.documentId;

const hasQuote = ({ statement }: ItemRevision): boolean => statement.reading.quote.trim() !== '';

const applyRevision = (state: ItemState, revision: ItemRevision): ItemState => {
  switch (revision.change) {
    case 'quoted':
      // A copy of a document that no longer words the item brings no words for it.
      return wordingDocument(state) === revision.documentId ? { ...state, words: revision } : state;
    case 'replaced':
      return { ...state, values: revision, words: hasQuote(revision) ? revision : state.words };
    case 'amended':
      return { ...state, values: revision, words: revision, wordedBy: revision.documentId };
    case 'registered':
    case 'taken-over':
      return {
        ...state,
        ...{ documentId: revision.documentId, wordedBy: null, values: revision, words: revision },
      };
    case 'mentioned':
      return state;
    case 'ended':
      return { ...state, endedBy: revision.documentId };
  }
};

/**
 * How an item stands after the revisions of all imports that stand, the first one first; undefined when none of them
 * registered it. Taking the revisions of one import away gives what the register had before it.
 */
export const foldRevisions = (revisions: readonly ItemRevision[]): ItemState | undefined => {
  const [first, ...later] = revisions;
  if (first?.change !== 'registered') return undefined;
  const registered: ItemState = {
    documentId: first.documentId,
    wordedBy: null,
    values: first,
    words: first,
    endedBy: null,
  };
  return later.reduce(applyRevision, registered);
};

const TELLS_VALUES: ReadonlySet<ItemChangeKind> = new Set([
  'registered',
  'replaced',
  'amended',
  'taken-over',
  'mentioned',
]);

/** What one document says of an item: its latest statement, and the latest words that its files have for it. */
export interface DocumentStatement {
  readonly values: ItemRevision;
  readonly words: ItemRevision;
}

/** The statement that a document makes of an item, whoever else speaks of it; undefined when it makes none. */
export const findStatement = (
  revisions: readonly ItemRevision[],
  documentId: string,
): DocumentStatement | undefined => {
  const own = revisions.filter(
    (revision) => revision.documentId === documentId && revision.change !== 'ended',
  );
  const values = own.findLast(({ change }) => TELLS_VALUES.has(change));
  if (!values) return undefined;
  const words = own.findLast((revision) => revision.change !== 'replaced' || hasQuote(revision));
  return { values, words: words ?? values };
};
