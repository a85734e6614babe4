import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import type { PlanImportRow } from '#features/plan-import/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { registerChangeMessages } from './messages.ts';
import { useUndo } from './queries.ts';

/** Takes an accepted import back after a question; what stands in the way is told in the same place. */
export const UndoImport = ({ of: { id, state } }: { readonly of: Pick<PlanImportRow, 'id' | 'state'> }) => {
  const words = useMessages(registerChangeMessages).undo;
  const [asking, { open, close }] = useDisclosure(false);
  const undoing = useUndo(id, () => {
    close();
    notifications.show({ message: words.notice });
  });
  if (state !== 'accepted') return null;
  return (
    <>
      <Button variant="default" onClick={open}>
        {words.action}
      </Button>
      <Modal opened={asking} onClose={close} title={words.confirmTitle} centered>
        <p>{words.confirmText}</p>
        {undoing.error !== null && <ErrorState error={undoing.error} where={words.where} />}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button color="lotus" loading={undoing.isPending} onClick={() => undoing.mutate()}>
            {words.action}
          </Button>
        </Group>
      </Modal>
    </>
  );
};
