import { Button } from '@fluentui/react-components';
import { useRef } from 'react';

/** A button that asks for a file; for several where `isMany` says so, which are then told one by one. */
export function FileButton({
  label,
  disabled,
  accept,
  isMany,
  onFile,
}: {
  label: string;
  disabled?: boolean;
  accept?: string;
  isMany?: boolean;
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
        multiple={isMany ?? false}
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          for (const file of files) onFile(file);
        }}
      />
    </>
  );
}
