import { Button, Input } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { Bar } from '../../components/Bar';
import { Note } from '../../components/Note';
import { ProblemBar } from '../../components/ProblemBar';
import { usePaneContext } from '../context';
import type { Filed } from './filed';
import { words } from './words';

/** Shows where the document lies now, and marks the one in hand as final. */
export function FiledCard({ filed, onAgain }: { filed: Filed; onAgain: () => void }) {
  const { port } = usePaneContext();
  const { isWord, edits } = port.abilities;
  const [note, setNote] = useState('');
  const isWeb = filed.link.startsWith('https://');
  const finish = useMutation({
    mutationFn: () => port.markFinal({ number: filed.number ?? '', link: filed.link, at: filed.at }),
    onSuccess: () => setNote(isWord ? words.marked : words.markedFile),
  });
  const marksItself = isWord && edits;
  const start = useEffectEvent(() => finish.mutate());
  useEffect(() => {
    if (marksItself) start();
  }, [marksItself]);
  return (
    <>
      <Bar tone="good" role="status">
        {words.filed(`${filed.drive} ${filed.place}`)}
      </Bar>
      <div className="p-card p-stack p-tight">
        <span className="p-strong">{filed.number === null ? words.noNumber : words.number(filed.number)}</span>
        {filed.link !== '' && (
          <>
            {isWeb && (
              <a href={filed.link} target="_blank" rel="noreferrer">
                {words.link}
              </a>
            )}
            <Input aria-label={words.address} readOnly value={filed.link} title={filed.link} />
            <div>
              <Button
                size="small"
                onClick={() => {
                  navigator.clipboard.writeText(filed.link).then(
                    () => setNote(words.copied),
                    () => setNote(words.notCopied),
                  );
                }}
              >
                {words.copyLink}
              </Button>
            </div>
          </>
        )}
      </div>
      <Note text={note} />
      {finish.error && <ProblemBar error={finish.error} onRetry={() => finish.mutate()} />}
      <div className="p-line">
        {!isWord && (
          <Button disabled={finish.isPending} onClick={() => finish.mutate()}>
            {words.markFile}
          </Button>
        )}
        <Button onClick={onAgain}>{words.again}</Button>
      </div>
    </>
  );
}
