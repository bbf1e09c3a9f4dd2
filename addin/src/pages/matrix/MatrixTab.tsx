import { Badge, Field, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useMatrix } from '../../api/queries';
import type { Matrix, Plan, Role } from '../../api/types';
import { Loading } from '../../components/Loading';
import { ProblemBar } from '../../components/ProblemBar';
import { zh } from '../../strings';
import { cut } from './cut';

const roles: Role[] = ['lead', 'responsible', 'cooperating', 'guiding'];

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: '16px', alignItems: 'flex-end', marginBottom: '12px' },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '6px 14px', alignItems: 'center' },
  scroll: {
    overflow: 'auto',
    maxHeight: '70vh',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { borderCollapse: 'separate', borderSpacing: 0, fontSize: tokens.fontSizeBase200 },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground3,
    writingMode: 'vertical-rl',
    padding: '8px 6px',
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  corner: {
    position: 'sticky',
    top: 0,
    left: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground3,
    textAlign: 'left',
    padding: '8px',
  },
  row: {
    position: 'sticky',
    left: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: '4px 8px',
    minWidth: '140px',
    maxWidth: '280px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  cell: {
    textAlign: 'center',
    padding: '4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    minWidth: '24px',
  },
  lead: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
  },
  responsible: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
});

/** Who has which part in what, at a glance. */
export default function MatrixTab({ plan }: { plan: Plan }) {
  const styles = useStyles();
  const matrix = useMatrix(plan.id);
  const [only, setOnly] = useState('');
  if (matrix.error) return <ProblemBar error={matrix.error} onRetry={() => void matrix.refetch()} />;
  if (!matrix.data) return <Loading rows={8} />;
  if (matrix.data.tasks.length === 0) return <Text>{zh.matrix.none}</Text>;
  return (
    <div>
      <div className={styles.tools}>
        <Field label={zh.matrix.filter}>
          <Select value={only} onChange={(_, data) => setOnly(data.value)}>
            <option value="">{zh.tasks.all}</option>
            {matrix.data.bodies.map((body) => (
              <option key={body.name} value={body.name}>
                {body.name}
              </option>
            ))}
          </Select>
        </Field>
        <div className={styles.legend}>
          {roles.map((role) => (
            <Text key={role} size={200} style={{ whiteSpace: 'nowrap' }}>
              <Badge appearance="outline">{zh.matrix.marks[role]}</Badge> {zh.tasks.roles[role]}
            </Text>
          ))}
        </div>
      </div>
      <Grid matrix={matrix.data} only={only} />
    </div>
  );
}

function Grid({ matrix, only }: { matrix: Matrix; only: string }) {
  const styles = useStyles();
  const { columns, rows } = useMemo(() => cut(matrix, only), [matrix, only]);
  return (
    // A region that scrolls must be reached from the keyboard.
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={zh.matrix.caption}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {zh.matrix.task}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {matrix.bodies[column]?.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ task, parts }) => (
            <tr key={task.id}>
              <th scope="row" className={styles.row}>
                {task.number} {task.title}
              </th>
              {columns.map((column) => {
                const role = parts.get(column);
                return (
                  <td
                    key={column}
                    className={mergeClasses(styles.cell, role === 'lead' && styles.lead, role === 'responsible' && styles.responsible)}
                  >
                    {role && <abbr title={zh.tasks.roles[role]}>{zh.matrix.marks[role]}</abbr>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
