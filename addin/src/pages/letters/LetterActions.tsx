import { Button, Text } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client';
import { useInfo } from '../../api/queries';
import { forgetStandings } from '../../api/supervision';
import type { Letter } from '../../api/types';
import { useRights } from '../../app/me';
import { openPdf } from '../../components/openPdf';
import { ProblemBar } from '../../components/ProblemBar';
import { ReasonDialog } from '../../components/ReasonDialog';
import { save } from '../../components/save';
import { stepsOf } from './proposals';
import { ReplyDialog } from './ReplyDialog';
import { words } from './words';

/** What can be done with a letter. */
export function LetterActions({
  letter,
  isBusy,
  onIssue,
  onNote,
}: {
  letter: Letter;
  isBusy: boolean;
  onIssue: () => void;
  onNote: (text: string) => void;
}) {
  const { canDraft } = useRights();
  const info = useInfo();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'reply' | 'withdraw' | null>(null);
  const name = words.nameOf(letter.body, letter.stepName, letter.round);
  const file = useMutation({
    mutationFn: () => save(`documents/${letter.documentId}/file`, words.fileName(letter.body, letter.stepName, letter.round)),
  });
  const preview = useMutation({ mutationFn: () => openPdf(`documents/${letter.documentId}/preview`) });
  const reply = useMutation({ mutationFn: () => save(`letters/${letter.id}/reply`, letter.replyName) });
  const close = useMutation({
    mutationFn: () => call<Letter>(`letters/${letter.id}/close`, { method: 'POST' }),
    onSuccess: () => {
      onNote(words.closed(letter.body, letter.stepName));
      void forgetStandings(queries);
    },
  });
  const can = stepsOf(letter);
  const act = (label: string, isOff: boolean, onClick: () => void, isFirst = false) => (
    <Button
      className="letters-button"
      size="small"
      appearance={isFirst ? 'primary' : 'secondary'}
      disabledFocusable={isOff}
      aria-label={`${label} ${name}`}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  return (
    <>
      <div className="line letters-actions">
        {canDraft && can.issue && act(words.issue, isBusy, onIssue, true)}
        {canDraft && can.close && act(words.close, close.isPending, () => close.mutate(), true)}
        {canDraft && can.reply && act(words.reply, false, () => setAsking('reply'), letter.state === 'issued')}
        {act(words.download, file.isPending, () => file.mutate())}
        {info.data?.hasPdf === true && act(words.preview, preview.isPending, () => preview.mutate())}
        {letter.replyName !== '' && (
          <Button className="letters-button" size="small" disabledFocusable={reply.isPending} onClick={() => reply.mutate()}>
            {words.replyFile(letter.replyName)}
          </Button>
        )}
        {canDraft && can.withdraw && act(letter.number === '' ? words.withdraw : words.void, isBusy, () => setAsking('withdraw'))}
      </div>
      {[file.error, preview.error, reply.error, close.error].map((error, i) => error !== null && <ProblemBar key={i} error={error} />)}
      {asking === 'reply' && <ReplyDialog letter={letter} onNote={onNote} onClose={() => setAsking(null)} />}
      {asking === 'withdraw' && <Withdrawal letter={letter} onNote={onNote} onClose={() => setAsking(null)} />}
    </>
  );
}

function Withdrawal({ letter, onNote, onClose }: { letter: Letter; onNote: (text: string) => void; onClose: () => void }) {
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (reason: string) => call<Letter>(`letters/${letter.id}/withdraw`, { method: 'POST', json: { reason } }),
    onSuccess: () => {
      onClose();
      onNote(words.withdrawn);
      void forgetStandings(queries);
    },
  });
  const isNumbered = letter.number !== '';
  return (
    <ReasonDialog
      title={isNumbered ? words.voidTitle : words.withdrawTitle}
      label={words.reason}
      submit={isNumbered ? words.void : words.withdraw}
      cancel={words.keep}
      isBusy={withdraw.isPending}
      error={withdraw.error}
      onSubmit={(reason) => withdraw.mutate(reason)}
      onClose={onClose}
    >
      <Text block>
        {words.nameOf(letter.body, letter.stepName, letter.round)} {letter.number}
      </Text>
      <Text block>{isNumbered ? words.voidHint : words.withdrawHint}</Text>
    </ReasonDialog>
  );
}
