import { Button, Stack, Text } from '@mantine/core';
import { useMessages } from '#web/i18n/locale.tsx';
import { registerMessages } from './messages.ts';
import type { RegisterState } from './register.ts';

interface NoMatchProps {
  readonly state: RegisterState;
  readonly onStateChange: (state: RegisterState) => void;
}

/** Says that the filters leave nothing, and offers the way back. */
export const NoMatch = ({ state, onStateChange }: NoMatchProps) => {
  const messages = useMessages(registerMessages);
  return (
    <Stack align="flex-start" gap="xs" py="lg">
      <Text fw={600}>{messages.noMatch}</Text>
      <Text c="dimmed">{messages.noMatchHelp}</Text>
      <Button
        variant="default"
        onClick={() => {
          onStateChange({ ...state, text: '', filters: {} });
        }}
      >
        {messages.clear}
      </Button>
    </Stack>
  );
};
