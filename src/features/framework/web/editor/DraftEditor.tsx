import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useRef, type ReactNode, type SyntheticEvent } from 'react';
import { checkAgencies } from '#core/scoring/check-agencies.ts';
import { checkFramework } from '#core/scoring/check-framework.ts';
import type { FrameworkView } from '#features/framework/contract.ts';
import { FindingTable } from '#features/framework/web/FindingTable.tsx';
import { frameworkMessages } from '#features/framework/web/messages.ts';
import { ProblemList } from '#features/framework/web/ProblemList.tsx';
import { organizationChoicesQuery } from '#features/framework/web/queries.ts';
import { describeSoundness } from '#features/framework/web/soundness.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { Page } from '#web/ui/Page.tsx';
import { PARTS, useEditorAddress } from './editor-address.ts';
import styles from './editor.module.css';
import { FormSurroundingsProvider } from './form-context.ts';
import { KeptDraftNotice } from './KeptDraftNotice.tsx';
import { PartForm } from './PartForm.tsx';
import { SideList } from './SideList.tsx';
import { useDraft } from './use-draft.ts';

interface DraftEditorProps {
  readonly view: FrameworkView;
  readonly eyebrow: ReactNode;
}

// What was not understood was not taken over: in its field the browser's own undo knows more.
const isInWrongField = (): boolean => document.activeElement?.getAttribute('aria-invalid') === 'true';

/** The usual keys for a step back and forth, within fields too. */
const useStepKeys = (undo: (() => void) | undefined, redo: (() => void) | undefined): void => {
  const onKey =
    (step: (() => void) | undefined) =>
    (event: KeyboardEvent): void => {
      if (isInWrongField()) return;
      event.preventDefault();
      step?.();
    };
  const options = { preventDefault: false };
  useHotkeys(
    [
      ['mod+Z', onKey(undo), options],
      ['mod+Y', onKey(redo), options],
      ['mod+shift+Z', onKey(redo), options],
    ],
    [],
    true,
  );
};

/** The editor of a draft: parts at the side, the chosen one as a form, what does not hold together, and saving. */
export const DraftEditor = ({ view, eyebrow }: DraftEditorProps) => {
  const words = useMessages(frameworkMessages);
  const format = useFormat();
  const pick = usePickText();
  const { part, code, choose } = useEditorAddress();
  const editor = useDraft(view, {
    place: { part, code: code ?? null },
    show: (place) => {
      choose(place.part, place.code);
    },
  });
  const { draft, change, save, isChanged, editing, undo, redo } = editor;
  useStepKeys(undo, redo);
  const { data: register } = useQuery(organizationChoicesQuery);
  const findings = useMemo(
    () => [
      ...checkFramework(draft),
      ...(register ? checkAgencies(draft, new Set(register.items.map((one) => one.code))) : []),
    ],
    [draft, register],
  );
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    // A field that is not understood was not taken over: saving would silently leave it out.
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else save();
  };
  const here = findings.filter(({ about }) => (part === 'chung' ? about === draft.code : about === code));
  return (
    <Page
      wide
      eyebrow={eyebrow}
      title={words.editor.title(pick(draft.title), describeSoundness(findings, format, words))}
    >
      <PartLinks />
      <KeptDraftNotice kept={editor.kept} onUse={editor.useKept} onDrop={editor.dropKept} />
      <FormSurroundingsProvider value={{ items: draft.dataItems, organizations: register?.items ?? [] }}>
        <form ref={form} onSubmit={submit} noValidate>
          <div className={part === 'chung' ? undefined : styles.layout}>
            <SideList draft={draft} findings={findings} onChange={change} />
            <div className={styles.form}>
              {here.length > 0 && <FindingTable findings={here} />}
              <PartForm key={`${part} ${code ?? ''}`} draft={draft} onChange={change} />
            </div>
          </div>
          {editing.isError && <SaveProblem error={editing.error} />}
          <div className={styles.saveBar}>
            <Button type="submit" loading={editing.isPending} disabled={!isChanged}>
              {words.editor.save}
            </Button>
            <StepButton label={words.editor.undo} keys="Ctrl Z" onStep={undo} />
            <StepButton label={words.editor.redo} keys="Ctrl Y" onStep={redo} />
            <span role="status">
              {isChanged
                ? editor.isKeeping
                  ? words.editor.unsaved
                  : words.editor.unsavedAndNotKept
                : editing.isSuccess
                  ? words.editor.saved
                  : words.editor.noChange}
            </span>
          </div>
        </form>
      </FormSurroundingsProvider>
    </Page>
  );
};

interface StepButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly onStep: (() => void) | undefined;
}

// The button stays in the order of the keys when there is nothing to take back, so that nobody loses the place.
const StepButton = ({ label, keys, onStep }: StepButtonProps) => (
  <Button
    variant="default"
    title={`${label} (${keys})`}
    aria-keyshortcuts={keys.replace(' ', '+').replace('Ctrl', 'Control')}
    {...(onStep === undefined && { 'data-disabled': true, 'aria-disabled': true })}
    onClick={() => onStep?.()}
  >
    {label}
  </Button>
);

const SaveProblem = ({ error }: { readonly error: unknown }) => {
  const { editor: words } = useMessages(frameworkMessages);
  return (
    <>
      <ProblemList error={error} />
      {toProblem(error).code === 'edit.conflict' && (
        <Button
          variant="default"
          onClick={() => {
            window.location.reload();
          }}
        >
          {words.reload}
        </Button>
      )}
    </>
  );
};

const PartLinks = () => {
  const { editor: words } = useMessages(frameworkMessages);
  const { part, params } = useEditorAddress();
  const names = { chung: words.general, 'chi-so': words.tree, 'so-lieu': words.items } as const;
  return (
    <nav aria-label={words.parts}>
      <ul className={styles.parts}>
        {PARTS.map((one) => (
          <li key={one}>
            <Link
              to="/bo-chi-so/khung/$code/$version/sua"
              params={params}
              search={{ phan: one }}
              {...(one === part && { 'aria-current': 'page' as const })}
            >
              {names[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
