import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Task } from '../../api/types';
import { PartyBadge } from './PartyBadge';

const useStyles = makeStyles({
  card: {
    display: 'block',
    width: '100%',
    textAlign: 'left',
    font: 'inherit',
    color: 'inherit',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  parties: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginTop: '6px' },
});

/** A task in a list. */
export function TaskCard({ task, onOpen }: { task: Task; onOpen: () => void }) {
  const styles = useStyles();
  const due = task.deadlines.map((deadline) => deadline.text).join('、');
  return (
    <button type="button" className={styles.card} onClick={onOpen}>
      <Text weight="semibold" block>
        {task.number} {task.title}
      </Text>
      <Caption1 block>
        {task.section}
        {due ? ` · ${due}` : ''}
      </Caption1>
      <span className={styles.parties}>
        {task.parties.map((party, i) => (
          <PartyBadge key={i} party={party} />
        ))}
      </span>
    </button>
  );
}
