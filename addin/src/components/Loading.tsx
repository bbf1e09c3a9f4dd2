import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  row: { height: '20px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground4, marginBottom: '14px' },
});

/** Grey bars where something will stand, so that nothing jumps when it comes. */
export function Loading({ rows }: { rows: number }) {
  const styles = useStyles();
  return (
    <div role="status" aria-label="正在打开" style={{ padding: 20 }}>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className={styles.row} style={{ width: `${String(96 - ((i * 17) % 40))}%` }} />
      ))}
    </div>
  );
}
