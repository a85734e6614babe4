import { Link } from '@tanstack/react-router';
import type { Difficulty } from '#features/difficulty/contract.ts';
import { usePickText } from '#web/i18n/locale.tsx';
import { useWording } from './use-wording.ts';

/** What a difficulty hinders, by its name, which opens it. */
export const AboutLink = ({ about }: { readonly about: Difficulty['about'] }) => {
  const { words } = useWording();
  const pick = usePickText();
  const { kind, id, name, item, isEnded } = about;
  const shown = item === null ? name : words.aboutItem(name, pick(item.name));
  if (kind === 'submission') {
    return (
      <Link to="/bao-cao/$id" params={{ id }}>
        {shown}
      </Link>
    );
  }
  return (
    <>
      {/* What is ended has no page of its execution any more. */}
      {kind === 'task' && !isEnded ? (
        <Link to="/nhiem-vu/$id" params={{ id }}>
          {shown}
        </Link>
      ) : (
        <Link to="/ke-hoach/$kind/$id" params={{ kind: kind === 'task' ? 'nhiem-vu' : 'chi-tieu', id }}>
          {shown}
        </Link>
      )}
      {isEnded && ` (${words.ended})`}
    </>
  );
};
