import { Badge, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Document, Filing, Job } from '../../api/types';
import { baseName } from '../../components/save';
import { zh } from '../../strings';
import { DocumentActions } from './DocumentActions';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    '& th, & td': { textAlign: 'left', padding: '8px 10px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, verticalAlign: 'top' },
    '& thead th': { whiteSpace: 'nowrap', backgroundColor: tokens.colorNeutralBackground3 },
    // On a narrow page each row is a card of its own.
    '@media (max-width: 720px)': {
      '& thead': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
      '& tr': { display: 'block', padding: '8px 0', borderBottom: `2px solid ${tokens.colorNeutralStroke1}` },
      '& th, & td': { display: 'block', borderBottom: 'none', padding: '2px 10px' },
    },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  badge: { whiteSpace: 'nowrap', flexShrink: 0 },
});

/** The papers, one in a row. */
export function DocumentTable({
  documents,
  filings,
  onFile,
  onJob,
}: {
  documents: Document[];
  filings: Map<string, Filing[]> | undefined;
  onFile: (document: Document) => void;
  onJob: (job: Job) => void;
}) {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={zh.documents.list}>
      <thead>
        <tr>
          <th scope="col">{zh.documents.name}</th>
          <th scope="col">{zh.documents.body}</th>
          <th scope="col">{zh.documents.number}</th>
          <th scope="col">{zh.documents.state}</th>
          <th scope="col">{zh.documents.actions}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <tr key={document.id}>
            <th scope="row">
              <Text className={styles.name} block>
                {baseName(document.path)}
              </Text>
              <Text size={200}>{document.kindName}</Text>
            </th>
            <td>{document.body || zh.documents.all}</td>
            <td style={{ whiteSpace: 'nowrap' }}>{document.number ?? '—'}</td>
            <td>
              <Badge className={styles.badge} appearance="tint" color={document.state === 'withdrawn' ? 'danger' : 'brand'}>
                {zh.documents.states[document.state] ?? document.state}
              </Badge>{' '}
              <Text size={200} style={{ whiteSpace: 'nowrap' }}>
                {zh.documents.revisionOf(document.revision)}
              </Text>
              {document.withdrawnBecause && (
                <Text size={200} block>
                  {document.withdrawnBecause}
                </Text>
              )}
              <Filed filings={filings?.get(document.id) ?? []} />
            </td>
            <td>
              <DocumentActions document={document} onFile={onFile} onJob={onJob} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where a paper lies on shared drives. */
function Filed({ filings }: { filings: Filing[] }) {
  return filings.map((filing) => (
    <Text key={filing.id} size={200} block>
      {zh.documents.filed}：
      {filing.link.startsWith('https://') ? (
        <Link href={filing.link} target="_blank" rel="noreferrer" title={zh.documents.openFiled}>
          {filing.place}
        </Link>
      ) : (
        `${filing.drive} ${filing.place}`
      )}
    </Text>
  ));
}
