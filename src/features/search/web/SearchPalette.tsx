import { CloseButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type KeyboardEvent } from 'react';
import { search } from '#features/search/contract.ts';
import { call } from '#web/api/call.ts';
import { ProblemError } from '#web/api/problem-error.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { hitLink } from './hit-link.ts';
import { HitList, type HitGroup } from './HitList.tsx';
import { searchMessages } from './messages.ts';
import { loadRecentHits, rememberHit, type RecentHit } from './recent-hits.ts';
import classes from './search.module.css';

const REST_MILLISECONDS = 120;

interface SearchPaletteProps {
  readonly onClose: () => void;
}

/** Search over all registers, opened from anywhere. */
export const SearchPalette = ({ onClose }: SearchPaletteProps) => {
  const words = useMessages(searchMessages);
  return (
    <Dialog label={words.title} onClose={onClose}>
      <Finder onClose={onClose} />
    </Dialog>
  );
};

const useFound = (text: string) => {
  const [asked] = useDebouncedValue(text.trim(), REST_MILLISECONDS);
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => call(search, { query: { q: asked }, signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  return { asked, found };
};

const Finder = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useMessages(searchMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [recent] = useState(loadRecentHits);
  const { asked, found } = useFound(text);

  const isTyping = text.trim() !== '';
  const groups: readonly HitGroup[] = isTyping
    ? (found.data?.groups ?? []).map(({ kind, total, items }) => ({
        title: words.group(words.kinds[kind], format.number(total)),
        hits: items,
        more: total - items.length,
      }))
    : [{ title: words.recent, hits: recent, more: 0 }].filter(({ hits }) => hits.length > 0);
  const hits = groups.flatMap((group) => group.hits);
  const chosen = Math.min(active, hits.length - 1);
  // Without a connection nothing is asked: that is not "nothing found".
  const failure = found.isPaused ? new ProblemError('network.unreachable', {}) : found.error;

  const open = (hit: RecentHit): void => {
    rememberHit(hit);
    onClose();
    void navigate(hitLink(hit));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter also ends the composition of a Vietnamese syllable: that is not a choice.
    if (event.nativeEvent.isComposing) return;
    const hit = hits[chosen];
    if (event.key === 'Enter' && hit) {
      event.preventDefault();
      open(hit);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || hits.length === 0) return;
    event.preventDefault();
    setActive((chosen + step + hits.length) % hits.length);
  };

  return (
    <>
      <div className={classes.inputLine}>
        <input
          // eslint-disable-next-line jsx-a11y/no-autofocus -- who opens the search is about to type
          autoFocus
          type="text"
          role="combobox"
          className={classes.input}
          aria-label={words.input}
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-activedescendant={hits.length > 0 ? `${listId}-${String(chosen)}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={words.placeholder}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <CloseButton aria-label={words.close} onClick={onClose} />
      </div>
      <div className={classes.results} data-stale={(isTyping && found.isFetching) || undefined}>
        <HitList id={listId} label={words.results} groups={groups} active={chosen} onOpen={open} />
        {failure !== null && isTyping && <ErrorState error={failure} where={words.title} />}
        <p role="status" className={classes.status}>
          <Status
            asked={asked}
            isTyping={isTyping}
            isFetching={found.isFetching}
            count={hits.length}
            failed={failure !== null}
          />
        </p>
      </div>
      <p className={classes.keys}>{words.keys}</p>
    </>
  );
};

interface StatusProps {
  readonly asked: string;
  readonly isTyping: boolean;
  readonly isFetching: boolean;
  readonly count: number;
  readonly failed: boolean;
}

const Status = ({ asked, isTyping, isFetching, count, failed }: StatusProps) => {
  const words = useMessages(searchMessages);
  const format = useFormat();
  if (failed) return null;
  if (!isTyping) return count === 0 ? words.start : null;
  if (isFetching && count === 0) return words.searching;
  if (count === 0) {
    return (
      <>
        <strong>{words.nothing(asked)}</strong> {words.nothingHelp}
      </>
    );
  }
  return words.found(format.number(count));
};
