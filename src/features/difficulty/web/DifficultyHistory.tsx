import type { DifficultyView } from '#features/difficulty/contract.ts';
import { getDifficultyFile } from '#features/difficulty/write-contract.ts';
import { addressOf } from '#web/api/call.ts';
import styles from './difficulty.module.css';
import { useDifficultyTexts } from './use-difficulty-texts.ts';

/** What was said and decided of a difficulty, the latest first. */
export const DifficultyHistory = ({
  difficulty: { id, history },
}: {
  readonly difficulty: DifficultyView;
}) => {
  const { texts, format } = useDifficultyTexts();
  return (
    <ol className={styles.history}>
      {history.map((event) => (
        <li key={event.id}>
          <strong>{texts.moves[event.move]}</strong>
          {event.organization !== null && ` ${texts.passedTo(event.organization.name)}`}
          {event.dueDay !== null && ` · ${texts.dueBy(format.day(event.dueDay))}`}
          <div className={styles.quiet}>{texts.by(event.by ?? '', format.instant(event.at))}</div>
          {event.words !== null && <p>{event.words}</p>}
          {event.document !== null && <p>{texts.document(event.document)}</p>}
          {event.evidence.length > 0 && (
            <p>
              {texts.evidence}:{' '}
              {event.evidence.map((piece, place) => (
                <span key={piece.id}>
                  {place > 0 && '; '}
                  {piece.isFile ? (
                    <a href={addressOf(getDifficultyFile, { params: { id, evidenceId: piece.id } })}>
                      {piece.title}
                    </a>
                  ) : (
                    piece.title
                  )}
                </span>
              ))}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
};
