import { MessageBar, MessageBarBody } from '@fluentui/react-components';

/** Says that something was done; read out as it appears. Nothing for an empty text. */
export function Note({ text }: { text: string }) {
  return (
    <div aria-live="polite">
      {text && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{text}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
