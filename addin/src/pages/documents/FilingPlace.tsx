import { Checkbox, Field, Input, makeStyles, MessageBar, MessageBarBody, Select, Text } from '@fluentui/react-components';
import { useEffect, useEffectEvent } from 'react';
import { useDriveFolders, useDrives, useInfo } from '../../api/queries';
import { Loading } from '../../components/Loading';
import { ProblemBar } from '../../components/ProblemBar';
import { zh } from '../../strings';
import { above, type Place } from './filing';

const useStyles = makeStyles({ form: { display: 'flex', flexDirection: 'column', gap: '12px' } });

/** Asks on which drive and in which folder papers are filed. */
export function FilingPlace({ place, onChange }: { place: Place; onChange: (place: Place) => void }) {
  const styles = useStyles();
  const info = useInfo();
  const drives = useDrives(true);
  const folders = useDriveFolders(place.drive, place.folder);
  const first = drives.data?.items[0]?.name ?? '';
  const choose = useEffectEvent((drive: string) => place.drive === '' && onChange({ ...place, drive }));
  useEffect(() => {
    if (first !== '') choose(first);
  }, [first]);
  if (drives.isPending) return <Loading rows={3} />;
  if (drives.error) return <ProblemBar error={drives.error} onRetry={() => void drives.refetch()} />;
  if (first === '') {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{zh.filing.noDrive}</MessageBarBody>
      </MessageBar>
    );
  }
  const up = above(place.folder);
  return (
    <div className={styles.form}>
      <Field label={zh.filing.drive} hint={drives.data.items.find((drive) => drive.name === place.drive)?.address ?? ''}>
        <Select value={place.drive} title={place.drive} onChange={(_, data) => onChange({ ...place, drive: data.value, folder: '' })}>
          {drives.data.items.map((drive) => (
            <option key={drive.name} value={drive.name}>
              {drive.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={zh.filing.folder}>
        <Select value={place.folder} title={place.folder} onChange={(_, data) => onChange({ ...place, folder: data.value })}>
          {up !== null && <option value={up}>↑ {up || zh.filing.root}</option>}
          <option value={place.folder}>{place.folder || zh.filing.root}</option>
          {folders.data?.items.map((folder) => (
            <option key={folder.path} value={folder.path}>
              {folder.path}
            </option>
          ))}
        </Select>
      </Field>
      {folders.error && <ProblemBar error={folders.error} onRetry={() => void folders.refetch()} />}
      <Field label={zh.filing.newFolder} hint={zh.filing.newFolderHint}>
        <Input value={place.newFolder} onChange={(_, data) => onChange({ ...place, newFolder: data.value })} />
      </Field>
      {info.data?.hasPdf ? (
        <Checkbox
          label={zh.filing.withPdf}
          checked={place.withPdf}
          onChange={(_, data) => onChange({ ...place, withPdf: data.checked === true })}
        />
      ) : (
        <Text size={200}>{zh.documents.noPdf}</Text>
      )}
    </div>
  );
}
