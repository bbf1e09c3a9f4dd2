import { makeStyles, Subtitle1, Text } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client';
import type { Archive } from '../../api/types';
import { leaveNote } from '../../app/note';
import { go } from '../../app/route';
import { FileButton } from '../../components/FileButton';
import { ProblemBar } from '../../components/ProblemBar';
import { zh } from '../../strings';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px', marginTop: '12px' },
  work: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '12px' },
});

/** Brings a yearly archive back into a ledger that does not have its plan, and goes to the plan. */
export function RestoreArchive() {
  const styles = useStyles();
  const queries = useQueryClient();
  const restoring = useMutation({
    mutationFn: (file: File) => call<Archive>('archives', { method: 'POST', file, patience: 0 }),
    onSuccess: async (archive) => {
      await queries.invalidateQueries();
      leaveNote(archive.planId, zh.home.restored(archive.title, archive.files));
      go({ page: 'plan', id: archive.planId, tab: 'progress' });
    },
  });
  return (
    <section className={styles.section}>
      <Subtitle1 as="h2" block>
        {zh.home.restore}
      </Subtitle1>
      <Text block>{zh.home.restoreHint}</Text>
      <div className={styles.work} aria-live="polite">
        <FileButton
          label={restoring.isPending ? zh.home.restoring : zh.home.chooseArchive}
          disabled={restoring.isPending}
          accept=".zip"
          onFile={(file) => restoring.mutate(file)}
        />
        {restoring.error && <ProblemBar error={restoring.error} />}
      </div>
    </section>
  );
}
