import { Button, NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { FrameworkView } from '#features/framework/contract.ts';
import { useLocale, useMessages } from '#web/i18n/locale.tsx';
import { frameworkMessages } from './messages.ts';
import { fileAddress } from './queries.ts';
import type { StateAction } from './StateForm.tsx';

/** The forms that a page can open. */
export type OpenForm = 'clone' | StateAction;

interface FrameworkActionsProps {
  readonly view: FrameworkView;
  readonly onOpen: (form: OpenForm) => void;
}

/** What may be done to a version, as the server permits it. */
export const FrameworkActions = ({ view, onOpen }: FrameworkActionsProps) => {
  const { view: words } = useMessages(frameworkMessages);
  const { locale } = useLocale();
  const { row, actions } = view;
  const params = { code: row.code, version: String(row.version) };
  const forms = [
    ['clone', words.clone],
    ['put-in-force', words.putInForce],
    ['withdraw', words.withdraw],
    ['discard', words.discard],
  ] as const;
  return (
    <>
      {actions.includes('edit') && (
        <Button
          renderRoot={(props) => <Link to="/bo-chi-so/khung/$code/$version/sua" params={params} {...props} />}
        >
          {words.edit}
        </Button>
      )}
      {forms.map(([form, name]) =>
        actions.includes(form) ? (
          <Button
            key={form}
            variant="default"
            onClick={() => {
              onOpen(form);
            }}
          >
            {name}
          </Button>
        ) : null,
      )}
      <Button variant="default" component="a" href={fileAddress(row, 'xlsx', locale)} download>
        {words.exportXlsx}
      </Button>
      <Button variant="default" component="a" href={fileAddress(row, 'json', locale)} download>
        {words.exportJson}
      </Button>
    </>
  );
};

/** Leads to the comparison with another version; nothing when there is none. */
export const CompareChoice = ({ view }: { readonly view: FrameworkView }) => {
  const words = useMessages(frameworkMessages);
  const navigate = useNavigate();
  const { row, comparable } = view;
  if (comparable.length === 0) return null;
  return (
    <NativeSelect
      label={words.view.compare}
      value=""
      style={{ maxWidth: '24rem' }}
      data={[
        { value: '', label: words.editor.chooseOne },
        ...comparable.map(({ code, version, state }) => ({
          value: `${code}@${String(version)}`,
          label: `${words.versionName(code, String(version))} (${words.states[state]})`,
        })),
      ]}
      onChange={(event) => {
        void navigate({
          to: '/bo-chi-so/khung/$code/$version/so-sanh',
          params: { code: row.code, version: String(row.version) },
          search: { voi: event.currentTarget.value },
        });
      }}
    />
  );
};
