import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { Framework } from '#core/scoring/framework.ts';
import type { FrameworkView } from '#features/framework/contract.ts';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { useEdit } from '#features/framework/web/queries.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useMessages } from '#web/i18n/locale.tsx';

/** A draft while it is edited: what it is now, whether that is saved, and how to save it. */
export const useDraft = (view: FrameworkView) => {
  const { editor: words } = useMessages(frameworkMessages);
  const [draft, setDraft] = useState<Framework>(view.definition);
  const [saved, setSaved] = useState({ definition: view.definition, editVersion: view.row.editVersion });
  // One id per content: a retry after a lost answer must not write twice.
  const [writeId, setWriteId] = useState(() => newId());
  const editing = useEdit(view.row);
  const isChanged = draft !== saved.definition;
  const change = (next: Framework): void => {
    setDraft(next);
    setWriteId(newId());
  };
  const save = (): void => {
    editing.mutate(
      { definition: draft, editVersion: saved.editVersion, reason: null, writeId },
      {
        onSuccess: ({ row }) => {
          setSaved({ definition: draft, editVersion: row.editVersion });
        },
        onError: (error) => {
          if (toProblem(error).code !== 'network.unreachable') setWriteId(newId());
        },
      },
    );
  };
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isChanged && current.pathname !== next.pathname && !window.confirm(words.leave),
    enableBeforeUnload: () => isChanged,
  });
  return { draft, change, save, isChanged, editing };
};
