import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EvidencePiece } from '#contract/evidence.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import type { EvidencePlace } from './evidence-place.ts';
import styles from './evidence.module.css';
import { evidenceMessages, type EvidenceWords } from './messages.ts';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * 1024;

/** How large a file is, in words. */
export const sizeWords = (bytes: number, words: EvidenceWords, format: Format): string =>
  bytes < MEGABYTE
    ? words.kilobytes(format.number(Math.max(1, Math.round(bytes / KILOBYTE))))
    : words.megabytes(format.number(Math.round((bytes / MEGABYTE) * 10) / 10));

const factsOf = (piece: EvidencePiece, words: EvidenceWords, format: Format): string => {
  const { file, kind, addedBy, addedAt, otherUses } = piece;
  const at = format.instant(addedAt);
  const kindWords = file ? (words.endings[file.mediaType] ?? words.kinds.file) : words.kinds[kind];
  return [
    kindWords,
    ...(file ? [sizeWords(file.size, words, format)] : []),
    addedBy === null ? words.addedAt(at) : words.addedBy(addedBy, at),
    ...(otherUses > 0 ? [words.otherUses(format.number(otherUses))] : []),
  ].join(' · ');
};

const PieceTarget = ({ place, piece }: { readonly place: EvidencePlace; readonly piece: EvidencePiece }) => {
  const words = useMessages(evidenceMessages);
  if (piece.url !== null) {
    return (
      <a href={piece.url} target="_blank" rel="noreferrer noopener">
        {words.visit}
      </a>
    );
  }
  if (piece.document) {
    return (
      <Link to="/van-ban/$id" params={{ id: piece.document.id }} target="_blank">
        {words.openDocument}
      </Link>
    );
  }
  return (
    <a href={place.fileAddress(piece.id)} download={piece.title}>
      {words.save}
    </a>
  );
};

const Preview = ({ place, piece }: { readonly place: EvidencePlace; readonly piece: EvidencePiece }) => {
  if (!piece.file?.mediaType.startsWith('image/')) return null;
  // The name beside it says what it is.
  return <img className={styles.preview} src={place.fileAddress(piece.id)} alt="" loading="lazy" />;
};

/** One piece of evidence: its name, kind, size, who sent it when, the way to it, and what can be done with it. */
export const PieceRow = ({
  place,
  piece,
  children,
}: {
  readonly place: EvidencePlace;
  readonly piece: EvidencePiece;
  readonly children?: ReactNode;
}) => {
  const words = useMessages(evidenceMessages);
  const format = useFormat();
  return (
    <li className={styles.piece}>
      <Preview place={place} piece={piece} />
      <div className={styles.pieceText}>
        <span className={styles.pieceTitle}>{piece.title}</span>
        <span className={styles.quiet}>{factsOf(piece, words, format)}</span>
      </div>
      <div className={styles.pieceActions}>
        <PieceTarget place={place} piece={piece} />
        {children}
      </div>
    </li>
  );
};
