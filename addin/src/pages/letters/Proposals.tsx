import { Button, Checkbox, Text } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../api/client';
import { useProposals } from '../../api/supervision';
import type { Job, Proposal } from '../../api/types';
import { Bar } from '../../components/Bar';
import { Loading } from '../../components/Loading';
import { Note } from '../../components/Note';
import { ProblemBar } from '../../components/ProblemBar';
import { byStep, keyOf, mostLate, switched } from './proposals';
import { words } from './words';

/** The letters that should be written now, to be chosen and prepared. */
export function Proposals({ plan, isBusy, onJob }: { plan: string; isBusy: boolean; onJob: (job: Job) => void }) {
  const proposals = useProposals(plan, true);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const all = proposals.data?.items ?? [];
  // What is not proposed any more is not chosen any more.
  const chosen = all.filter((proposal) => picked.has(keyOf(proposal)));
  const prepare = useMutation({
    mutationFn: async () => {
      const json = { letters: chosen.map(({ step, body }) => ({ step, body })) };
      const answer = await send(`plans/${plan}/letters`, { method: 'POST', json });
      return answer.status === 204 ? null : ((await answer.json()) as Job);
    },
    onMutate: () => setNote(''),
    onSuccess: (job) => {
      setPicked(new Set());
      if (job) onJob(job);
      else setNote(words.prepared);
      void proposals.refetch();
    },
  });
  const pick = (keys: string[], isOn: boolean) => setPicked(switched(picked, keys, isOn));
  return (
    <section className="paper">
      <h2>{words.proposals}</h2>
      <p className="small">{words.proposalsHint}</p>
      {proposals.error && <ProblemBar error={proposals.error} onRetry={() => void proposals.refetch()} />}
      {proposals.isPending && <Loading rows={4} />}
      <Note text={note} />
      {proposals.data && all.length === 0 && <Bar tone="good">{words.noProposals}</Bar>}
      {byStep(all).map((group) => (
        <Group
          key={group.step}
          name={words.steps[group.step]}
          hint={words.stepHints[group.step]}
          proposals={group.proposals}
          picked={picked}
          onPick={pick}
        />
      ))}
      {prepare.error && <ProblemBar error={prepare.error} />}
      {all.length > 0 && (
        <div className="line letters-go">
          <Button appearance="primary" disabled={chosen.length === 0 || prepare.isPending || isBusy} onClick={() => prepare.mutate()}>
            {words.prepare}
          </Button>
          <Text aria-live="polite">{words.chosen(chosen.length)}</Text>
        </div>
      )}
    </section>
  );
}

function Group({
  name,
  hint,
  proposals,
  picked,
  onPick,
}: {
  name: string;
  hint: string;
  proposals: Proposal[];
  picked: ReadonlySet<string>;
  onPick: (keys: string[], isOn: boolean) => void;
}) {
  const keys = proposals.map(keyOf);
  const count = keys.filter((key) => picked.has(key)).length;
  const isAll = count === keys.length;
  return (
    <div className="letters-group">
      <div className="line">
        <h3>{words.groupOf(name, proposals.length)}</h3>
        <span className="small">{hint}</span>
        <Checkbox
          label={words.selectAll(name)}
          checked={isAll ? true : count > 0 ? 'mixed' : false}
          onChange={() => onPick(keys, !isAll)}
        />
      </div>
      <div className="letters-many">
        <table className="rows" aria-label={name}>
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{words.select}</span>
              </th>
              <th scope="col">{words.body}</th>
              <th scope="col">{words.matters}</th>
              <th scope="col">{words.longest}</th>
              <th scope="col">{words.earlier}</th>
            </tr>
          </thead>
          <tbody>
            {proposals.map((proposal) => (
              <Row
                key={proposal.body}
                name={name}
                proposal={proposal}
                isPicked={picked.has(keyOf(proposal))}
                onPick={(isOn) => onPick([keyOf(proposal)], isOn)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Row({
  name,
  proposal,
  isPicked,
  onPick,
}: {
  name: string;
  proposal: Proposal;
  isPicked: boolean;
  onPick: (isOn: boolean) => void;
}) {
  const most = mostLate(proposal);
  return (
    <tr>
      <td className="letters-pick">
        <Checkbox
          aria-label={words.selectOne(name, proposal.body)}
          checked={isPicked}
          onChange={(_, data) => onPick(data.checked === true)}
        />
      </td>
      <th scope="row">
        <strong>{proposal.body}</strong> {proposal.round > 1 && <span className="small">{words.round(proposal.round)}</span>}
      </th>
      <td>
        <details>
          <summary className="letters-summary">
            {words.mattersOf(proposal.matters.length)}{' '}
            <span className="small">{proposal.matters.map((matter) => matter.number).join('、')}</span>
          </summary>
          <ul className="letters-matters">
            {proposal.matters.map((matter) => (
              <li key={matter.taskId}>
                {matter.number} {matter.title}{' '}
                <span className="small">
                  {words.due(matter.due, matter.dueText)}，<Days late={matter.daysLate} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      </td>
      <td className="tight" data-label={words.longest}>
        <Days late={most} />
      </td>
      <td data-label={words.earlier} data-empty={proposal.earlier.length === 0}>
        {proposal.earlier.length > 0 ? proposal.earlier.join('、') : '—'}
      </td>
    </tr>
  );
}

function Days({ late }: { late: number }) {
  return late > 0 ? <span className="late">{words.late(late)}</span> : <span>{words.left(-late)}</span>;
}
