import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { FilingPreview } from '../../api/types';
import { zh } from '../../strings';
import { isToWrite } from './filing';

const useStyles = makeStyles({
  list: { margin: '8px 0', padding: 0, listStyle: 'none' },
  item: { padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  refused: { color: tokens.colorPaletteRedForeground1 },
});

/** What filing will do, one paper in a row; what needs a person's eye comes first. */
export function FilingPreviewList({ previews }: { previews: readonly FilingPreview[] }) {
  const styles = useStyles();
  const rank = (preview: FilingPreview) => (preview.step === null ? 0 : preview.step === 'new' ? 2 : isToWrite(preview) ? 1 : 3);
  const sorted = [...previews].sort((a, b) => rank(a) - rank(b));
  return (
    <div>
      <Text>{zh.filing.preview(previews.length)}</Text>
      <ul className={styles.list} aria-label={zh.filing.where}>
        {sorted.map((preview) => (
          <li key={preview.documentId} className={styles.item}>
            <Text block weight="semibold">
              {preview.place || preview.name}
            </Text>
            <Text block size={200} className={preview.step === null ? styles.refused : undefined}>
              {preview.message}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
