import { Button, Card, makeStyles, MessageBar, MessageBarBody, Subtitle2, Text, Title2 } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/client';
import { useTemplates } from '../../api/queries';
import type { Template, TemplateCheck } from '../../api/types';
import { useRights } from '../../app/me';
import { FileButton } from '../../components/FileButton';
import { Loading } from '../../components/Loading';
import { ProblemBar } from '../../components/ProblemBar';
import { save } from '../../components/save';
import { zh } from '../../strings';

const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '14px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '10px', alignItems: 'center' },
});

/** The templates: take one away, change it, have it checked. */
export default function TemplatesPage() {
  const styles = useStyles();
  const templates = useTemplates();
  if (templates.error) return <ProblemBar error={templates.error} onRetry={() => void templates.refetch()} />;
  if (!templates.data) return <Loading rows={6} />;
  return (
    <div className={styles.page}>
      <div>
        <Title2 as="h1" block>
          {zh.templates.title}
        </Title2>
        <Text>{zh.templates.lead}</Text>
      </div>
      {templates.data.items.map((template) => (
        <TemplateCard key={template.kind} template={template} />
      ))}
    </div>
  );
}

function TemplateCard({ template }: { template: Template }) {
  const styles = useStyles();
  const { canDraft } = useRights();
  const fetchFile = useMutation({ mutationFn: () => save(`templates/${template.kind}/file`, template.file) });
  const check = useMutation({
    mutationFn: (file: File) =>
      call<TemplateCheck>(`templates/${template.kind}/check`, { method: 'POST', file, type: wordFile, patience: 0 }),
  });
  const problems = check.data?.problems ?? [];
  return (
    <Card>
      <Subtitle2 as="h2">{template.name}</Subtitle2>
      {canDraft && (
        <div className={styles.line}>
          <Button aria-label={`${zh.templates.download} ${template.name}`} onClick={() => fetchFile.mutate()}>
            {zh.templates.download}
          </Button>
          <FileButton label={zh.templates.check} accept=".docx" disabled={check.isPending} onFile={(file) => check.mutate(file)} />
        </div>
      )}
      <div aria-live="polite">
        {check.data && (
          <MessageBar intent={problems.length === 0 ? 'success' : 'warning'} layout="multiline">
            <MessageBarBody>
              {problems.length === 0 ? zh.templates.good : zh.templates.bad(problems.length)}
              <ul>
                {problems.map((problem, i) => (
                  <li key={i}>{problem.message}</li>
                ))}
              </ul>
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {[fetchFile.error, check.error].map((error, i) => error !== null && <ProblemBar key={i} error={error} />)}
    </Card>
  );
}
