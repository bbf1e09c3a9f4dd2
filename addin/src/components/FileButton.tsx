import { Button } from '@fluentui/react-components';
import { useRef } from 'react';

/** A button that asks for a file. */
export function FileButton({
  label,
  disabled,
  accept,
  onFile,
}: {
  label: string;
  disabled?: boolean;
  accept?: string;
  onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button disabled={disabled ?? false} onClick={() => input.current?.click()} style={{ whiteSpace: 'nowrap', flexShrink: 0 }}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
