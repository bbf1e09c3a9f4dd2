import { useQuery } from '@tanstack/react-query';
import { useInfo } from '../../api/queries';
import { Bar } from '../../components/Bar';
import { ProblemBar, sentenceOf } from '../../components/ProblemBar';
import { outlineOf, pdfOf, type DraftOutline, type PaperOrder } from '../api';
import { Waiting } from '../Waiting';
import { words } from './words';
import './insert.css';

/** What a paper would be; of one that is to take a number, what keeps it from that is told as the error. */
export function useOutline(plan: string, order: PaperOrder | null, number = false) {
  return useQuery({
    queryKey: ['outline', plan, order, number],
    enabled: order !== null,
    queryFn: ({ signal }) =>
      order ? outlineOf({ plan, order, ...(number && { number }) }, signal) : Promise.reject(new Error(words.stale)),
  });
}

/** Shows a paper before it is made: its pages where the service can make them, else its text in outline. */
export function Preview({ plan, order }: { plan: string; order: PaperOrder }) {
  const info = useInfo();
  const outline = useOutline(plan, order);
  const wantsPages = info.data?.hasPdf === true && outline.data?.hasPdf === true;
  const pages = useQuery({
    queryKey: ['pages', plan, order],
    enabled: wantsPages,
    retry: false,
    staleTime: Infinity,
    queryFn: ({ signal }) => pdfOf({ plan, order }, signal),
  });
  if (outline.error) return <ProblemBar error={outline.error} onRetry={() => void outline.refetch()} />;
  if (!outline.data) return <Waiting rows={6} />;
  const paper = outline.data;
  return (
    <section aria-label={words.previewName} className="p-stack">
      <div>
        <div className="p-strong">{paper.title || paper.name}</div>
        <div className="p-small">
          {paper.kindName} · {paper.name}
        </div>
      </div>
      {wantsPages && pages.isPending && <Waiting rows={5} />}
      {pages.data && <Pages pdf={pages.data} />}
      {pages.error && (
        <Bar tone="note" role="status">
          {words.noPages}
          <span className="bar-small">{sentenceOf(pages.error)}</span>
        </Bar>
      )}
      {wantsPages && !pages.error ? (
        <details>
          <summary>{words.outline}</summary>
          <Outline paper={paper} />
        </details>
      ) : (
        <Outline paper={paper} />
      )}
    </section>
  );
}

function Pages({ pdf }: { pdf: Blob }) {
  return (
    <iframe
      className="p-pages"
      title={words.previewName}
      ref={(frame) => {
        if (!frame) return;
        const address = URL.createObjectURL(pdf);
        // As wide as the pane allows.
        frame.src = `${address}#view=FitH`;
        return () => URL.revokeObjectURL(address);
      }}
    />
  );
}

function Outline({ paper }: { paper: DraftOutline }) {
  return (
    // A region that scrolls must be reached from the keyboard.
    <div className="p-outline" aria-label={words.outline} role="group" tabIndex={0}>
      {paper.lines.map((line, i) => (
        <p key={i} className={`p-${line.style}`}>
          {line.text}
        </p>
      ))}
    </div>
  );
}
