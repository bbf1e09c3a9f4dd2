import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Bar } from '../components/Bar';
import { FileButton } from '../components/FileButton';
import { ProblemBar } from '../components/ProblemBar';
import type { WordPort } from '../word/port';
import { usePaneContext } from './context';
import { zh } from '../strings';
import { words } from './words';

/** A port whose document is a file that the person chooses. */
interface ChoosingPort extends WordPort {
  choose: (file: File) => Promise<void>;
}

function isChoosing(port: WordPort): port is ChoosingPort {
  return 'choose' in port;
}

/** Which document is in hand, where that has to be said. */
export function DocumentBar(ways: { onRetry: () => void; onPlain: () => void }) {
  return (
    <section aria-label={words.document.name}>
      <InHand {...ways} />
      <UnknownMark />
    </section>
  );
}

function UnknownMark() {
  const { isMarkUnknown } = usePaneContext();
  const queries = useQueryClient();
  if (!isMarkUnknown) return null;
  return (
    <div className="p-document">
      <Bar
        tone="warning"
        role="alert"
        actions={<Button onClick={() => void queries.invalidateQueries({ queryKey: ['mark'] })}>{zh.problems.retry}</Button>}
      >
        {words.document.unknown}
      </Bar>
    </div>
  );
}

function InHand({ onRetry, onPlain }: { onRetry: () => void; onPlain: () => void }) {
  const { port, state, mark } = usePaneContext();
  if (state === 'waiting') {
    return (
      <div className="p-document" role="status">
        {words.document.waiting}
      </div>
    );
  }
  if (state === 'failed') {
    const actions = (
      <span className="p-line">
        <Button onClick={onRetry}>{zh.problems.retry}</Button>
        <Button onClick={onPlain}>{words.document.plain}</Button>
      </span>
    );
    return (
      <div className="p-document">
        <Bar tone="error" role="alert" actions={actions}>
          {words.document.failed}
        </Bar>
      </div>
    );
  }
  if (isChoosing(port)) return <Chosen port={port} />;
  return (
    <>
      {mark && <div className="p-document p-title">{mark.title}</div>}
      {!port.abilities.edits && port.abilities.isWord && (
        <div className="p-document">
          <Bar tone="warning">{words.document.readOnly}</Bar>
        </div>
      )}
    </>
  );
}

function Chosen({ port }: { port: ChoosingPort }) {
  const { fileName, onFileName } = usePaneContext();
  const [error, setError] = useState<unknown>(null);
  const hasDocument = port.abilities.hasDocument;
  return (
    <div className="p-document">
      <div className="p-line p-apart">
        <span className="p-title">{hasDocument ? words.document.chosen(fileName) : words.document.none}</span>
        <FileButton
          label={hasDocument ? words.document.other : words.document.choose}
          accept=".docx"
          onFile={(file) => {
            setError(null);
            port.choose(file).then(() => onFileName(file.name), setError);
          }}
        />
      </div>
      {!hasDocument && <span className="p-small">{words.document.noneHint}</span>}
      {error !== null && <ProblemBar error={error} />}
    </div>
  );
}
