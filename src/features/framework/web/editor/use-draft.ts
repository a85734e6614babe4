import { useWindowEvent } from '@mantine/hooks';
import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { Framework } from '#core/scoring/framework.ts';
import type { FrameworkView } from '#features/framework/contract.ts';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { useEdit } from '#features/framework/web/queries.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { useSession } from '#web/session/session.ts';
import {
  beginHistory,
  type EditorPlace,
  redoChange,
  type Stepped,
  undoChange,
  withChange,
} from './draft-history.ts';
import { draftKey, dropKeptDraft, keepDraft, type KeptDraft, loadKeptDraft } from './kept-draft.ts';

/** Where changes are made, and how to show another place. */
interface DraftPlace {
  readonly place: EditorPlace;
  readonly show: (place: EditorPlace) => void;
}

const WHOLE: EditorPlace = { part: 'chung', code: null };

const isTypedInto = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement &&
    element.type === 'text' &&
    element.getAttribute('aria-haspopup') === null);

/** The field that is being typed into: what comes from it until it is left is one change. */
const useTypedField = () => {
  const field = useRef<Element | null>(null);
  const leave = (): void => {
    field.current = null;
  };
  useWindowEvent('focusout', leave);
  return {
    continues: (): boolean => {
      const active = document.activeElement;
      const isSame = isTypedInto(active) && active === field.current;
      field.current = isTypedInto(active) ? active : null;
      return isSame;
    },
    leave,
  };
};

/** What this browser kept of an earlier visit, when it differs from what is saved. */
const findKept = (key: string, { definition }: FrameworkView): KeptDraft | undefined => {
  const kept = loadKeptDraft(key);
  return kept && JSON.stringify(kept.definition) !== JSON.stringify(definition) ? kept : undefined;
};

/** A draft while it is edited: what it is now, whether that is saved, how to save it, and the way back and forth. */
export const useDraft = (view: FrameworkView, { place, show }: DraftPlace) => {
  const { editor: words } = useMessages(frameworkMessages);
  const { account } = useSession();
  const key = draftKey(account.username, view.row.code, view.row.version);
  const [kept, setKept] = useState(() => findKept(key, view));
  const isOutdated = kept !== undefined && kept.editVersion !== view.row.editVersion;
  const [history, setHistory] = useState(() => {
    const begun = beginHistory(view.definition);
    return kept && !isOutdated ? withChange(begun, kept.definition, WHOLE) : begun;
  });
  const [saved, setSaved] = useState({ definition: view.definition, editVersion: view.row.editVersion });
  // One id per content: a retry after a lost answer must not write twice.
  const [writeId, setWriteId] = useState(() => newId());
  const [isKeeping, setKeeping] = useState(true);
  const editing = useEdit(view.row);
  const typed = useTypedField();
  const { draft } = history;
  const latest = useRef(draft);
  const isChanged = draft !== saved.definition;

  // A closed tab, an ended session or an empty battery must not cost what was entered.
  const keep = (next: Framework): void => {
    const { definition, editVersion } = saved;
    latest.current = next;
    if (next === definition) dropKeptDraft(key);
    else setKeeping(keepDraft(key, { definition: next, editVersion, keptAt: new Date().toISOString() }));
  };
  const change = (next: Framework): void => {
    setHistory(withChange(history, next, place, typed.continues()));
    setWriteId(newId());
    keep(next);
  };
  const step = (stepped: Stepped | undefined): void => {
    if (!stepped) return;
    typed.leave();
    setHistory(stepped.history);
    setWriteId(newId());
    keep(stepped.history.draft);
    if (stepped.place.part !== place.part || stepped.place.code !== place.code) show(stepped.place);
  };
  const save = (): void => {
    editing.mutate(
      { definition: draft, editVersion: saved.editVersion, reason: null, writeId },
      {
        onSuccess: ({ row }) => {
          setSaved({ definition: draft, editVersion: row.editVersion });
          setKept(undefined);
          // What was entered while the answer was on its way stands on the new edit.
          if (latest.current === draft) dropKeptDraft(key);
          else {
            const { editVersion } = row;
            keepDraft(key, { definition: latest.current, editVersion, keptAt: new Date().toISOString() });
          }
        },
        onError: (error) => {
          if (toProblem(error).code !== 'network.unreachable') setWriteId(newId());
        },
      },
    );
  };
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isChanged &&
      current.pathname !== next.pathname &&
      !window.confirm(isKeeping ? words.leave : words.leaveAndLose),
    enableBeforeUnload: () => isChanged && !isKeeping,
  });
  return {
    ...{ draft, change, save, isChanged, isKeeping, editing },
    undo: history.past.length > 0 ? () => step(undoChange(history)) : undefined,
    redo: history.future.length > 0 ? () => step(redoChange(history)) : undefined,
    /** Unsaved changes of an earlier visit: taken over already, or on an edit that is no longer the latest. */
    kept: kept && { at: kept.keptAt, isOutdated },
    useKept: () => {
      if (kept) change(kept.definition);
      setKept(undefined);
    },
    dropKept: () => {
      if (!isOutdated) change(saved.definition);
      dropKeptDraft(key);
      setKept(undefined);
    },
  };
};
