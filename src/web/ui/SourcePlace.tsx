import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import styles from './AgencyLink.module.css';

interface SourcePlaceProps {
  /** The registered document; null when only its title is known. */
  readonly documentId: string | null;
  /** Short name of the document: number and symbol, or title. */
  readonly documentTitle: string;
  /** First line of the place in the document. */
  readonly line?: number | null;
  /** Last line, when the place spans several. */
  readonly lastLine?: number | null;
}

interface SourceLinkProps {
  readonly place: { readonly documentId: string | null; readonly line: number | null } | null;
  readonly children: ReactNode;
}

/** A figure that leads to the line that states it; plain while its document is not registered. */
export const SourceLink = ({ place, children }: SourceLinkProps) => {
  if (typeof place?.documentId !== 'string') return children;
  return (
    <Link
      to="/van-ban/$id"
      params={{ id: place.documentId }}
      {...(place.line !== null && { search: { dong: place.line } })}
    >
      {children}
    </Link>
  );
};

const linesInWords = (line: number, lastLine: number | null | undefined): string =>
  lastLine === null || lastLine === undefined || lastLine === line
    ? String(line)
    : `${String(line)}–${String(lastLine)}`;

/** Where a figure or an item comes from: the document, and the line in it. */
export const SourcePlace = ({ documentId, documentTitle, line, lastLine }: SourcePlaceProps) => {
  const { kit } = useMessages(sharedMessages);
  const place =
    line === null || line === undefined
      ? documentTitle
      : `${documentTitle}, ${kit.sourceLine(linesInWords(line, lastLine))}`;
  if (documentId === null) return <span>{place}</span>;
  return (
    <Link
      to="/van-ban/$id"
      params={{ id: documentId }}
      {...(line !== null && line !== undefined && { search: { dong: line } })}
      className={styles.link}
    >
      {place}
    </Link>
  );
};
