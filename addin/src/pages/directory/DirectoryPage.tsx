import { Button, Field, makeStyles, SearchBox, Subtitle1, Text, Textarea, Title2, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, call } from '../../api/client';
import { useDirectory } from '../../api/queries';
import type { Body } from '../../api/types';
import { useRights } from '../../app/me';
import { Loading } from '../../components/Loading';
import { ProblemBar } from '../../components/ProblemBar';
import { ReasonDialog } from '../../components/ReasonDialog';
import { zh } from '../../strings';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '16px' },
  list: { listStyle: 'none', margin: 0, padding: 0, backgroundColor: tokens.colorNeutralBackground1 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    alignItems: 'center',
    padding: '8px 14px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { minWidth: '200px', fontWeight: tokens.fontWeightSemibold },
  aliases: { flexGrow: 1, color: tokens.colorNeutralForeground2 },
});

/** The bodies by which work points are read. */
export default function DirectoryPage() {
  const styles = useStyles();
  const { canManage } = useRights();
  const directory = useDirectory();
  const [wanted, setWanted] = useState('');
  const [edited, setEdited] = useState<Body | null>(null);
  if (directory.error) return <ProblemBar error={directory.error} onRetry={() => void directory.refetch()} />;
  if (!directory.data) return <Loading rows={8} />;
  const isWanted = (names: string[]) => names.some((name) => name.includes(wanted.trim()));
  return (
    <div className={styles.page}>
      <div>
        <Title2 as="h1" block>
          {zh.directory.title} {directory.data.county}
        </Title2>
        <Text>{zh.directory.lead}</Text>
      </div>
      <SearchBox
        aria-label={zh.directory.search}
        placeholder={zh.directory.search}
        value={wanted}
        onChange={(_, data) => setWanted(data.value)}
      />
      <ul className={styles.list} aria-label={zh.directory.title}>
        {directory.data.bodies
          .filter((body) => isWanted([body.name, ...body.aliases]))
          .map((body) => (
            <li key={body.id} className={styles.row}>
              <Text className={styles.name}>{body.name}</Text>
              <Text className={styles.aliases}>{body.aliases.join('、')}</Text>
              {canManage && (
                <Button size="small" aria-label={`${zh.directory.edit} ${body.name}`} onClick={() => setEdited(body)}>
                  {zh.directory.edit}
                </Button>
              )}
            </li>
          ))}
      </ul>
      <Subtitle1 as="h2">{zh.directory.groupsTitle}</Subtitle1>
      <ul className={styles.list} aria-label={zh.directory.groupsTitle}>
        {directory.data.groups
          .filter((group) => isWanted([group.name, ...group.aliases]))
          .map((group) => (
            <li key={group.name} className={styles.row}>
              <Text className={styles.name}>{group.name}</Text>
              <Text className={styles.aliases}>{group.aliases.join('、')}</Text>
            </li>
          ))}
      </ul>
      {edited && <AliasForm key={edited.version} body={edited} onClose={() => setEdited(null)} onStale={setEdited} />}
    </div>
  );
}

function AliasForm({ body, onClose, onStale }: { body: Body; onClose: () => void; onStale: (now: Body) => void }) {
  const queries = useQueryClient();
  const [aliases, setAliases] = useState(body.aliases.join('\n'));
  const save = useMutation({
    mutationFn: (reason: string) =>
      call<Body>(`directory/bodies/${body.id}`, {
        method: 'PATCH',
        version: body.version,
        json: {
          reason,
          aliases: aliases
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        },
      }),
    onSuccess: () => {
      onClose();
      void queries.invalidateQueries({ queryKey: ['directory'] });
    },
    onError: (error) => {
      if (error instanceof ApiError && error.problem.status === 412) onStale(error.problem.current as Body);
    },
  });
  return (
    <ReasonDialog
      title={body.name}
      label={zh.directory.reason}
      submit={zh.directory.save}
      cancel={zh.directory.cancel}
      isBusy={save.isPending}
      error={save.error}
      onSubmit={(reason) => save.mutate(reason)}
      onClose={onClose}
    >
      <Field label={zh.directory.aliases} hint={zh.directory.aliasHint}>
        <Textarea rows={5} value={aliases} onChange={(_, data) => setAliases(data.value)} />
      </Field>
    </ReasonDialog>
  );
}
