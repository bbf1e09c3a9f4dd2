import { Badge, Button, Caption1, Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client';
import type { Finding, Plan } from '../../api/types';
import { ProblemBar } from '../../components/ProblemBar';
import { zh } from '../../strings';
import { CorrectionForm } from './CorrectionForm';
import { markMention } from './marked';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  source: {
    margin: 0,
    padding: '10px 14px',
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    lineHeight: tokens.lineHeightBase400,
  },
  mark: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    padding: '0 2px',
  },
  badge: { whiteSpace: 'nowrap', flexShrink: 0 },
});

const colours = { error: 'danger', warning: 'warning', info: 'informative' } as const;

/** One thing to look at: what, where, and what can be done about it. */
export function FindingCard({
  plan,
  finding,
  onDone,
  onJump,
}: {
  plan: Plan;
  finding: Finding;
  onDone: (note: string) => void;
  /** Shows the place in the open document, where there is one. */
  onJump?: () => void;
}) {
  const styles = useStyles();
  const queries = useQueryClient();
  const settle = useMutation({
    mutationFn: () => call<Finding>(`findings/${String(finding.id)}/settle`, { method: 'POST' }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const isOpen = finding.settledAt === null && finding.severity !== 'info';
  return (
    <Card role="article" aria-label={finding.message}>
      <div className={styles.head}>
        <Badge className={styles.badge} appearance="tint" color={colours[finding.severity as keyof typeof colours]}>
          {zh.findings.severity[finding.severity] ?? finding.severity}
        </Badge>
        <Caption1>
          {finding.location}
          {finding.task ? ` · ${zh.findings.task(finding.task)}` : ''}
          {finding.settledBy ? ` · ${zh.findings.by(finding.settledBy)}` : ''}
        </Caption1>
      </div>
      <Text size={400}>{finding.message}</Text>
      {finding.source && (
        <blockquote className={styles.source} aria-label={zh.findings.source}>
          {markMention(finding.source, finding.doubt?.mention ?? '').map((piece, i) =>
            piece.isMarked ? (
              <mark key={i} className={styles.mark}>
                {piece.text}
              </mark>
            ) : (
              <span key={i}>{piece.text}</span>
            ),
          )}
        </blockquote>
      )}
      {isOpen && finding.doubt && <CorrectionForm plan={plan} doubt={finding.doubt} onDone={onDone} />}
      {(isOpen || onJump) && (
        <div className={styles.head}>
          {onJump && (
            <Button size="small" className={styles.badge} aria-label={`${zh.findings.jump} ${finding.location}`} onClick={onJump}>
              {zh.findings.jump}
            </Button>
          )}
          {isOpen && (
            <Button size="small" className={styles.badge} onClick={() => settle.mutate()} disabled={settle.isPending}>
              {zh.findings.settle}
            </Button>
          )}
        </div>
      )}
      {settle.error && <ProblemBar error={settle.error} />}
    </Card>
  );
}
