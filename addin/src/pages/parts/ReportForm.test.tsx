import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { refusal, serve, show, type Sent } from '../../components/testing';
import { ReportForm } from './ReportForm';
import { part } from './sample';

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

const reports = (sent: Sent[]) => sent.filter((one) => one.path === 'plans/p/reports');

async function fill() {
  await userEvent.click(screen.getByRole('radio', { name: '已完成' }));
  await userEvent.type(screen.getByLabelText('进展情况'), '已建立清单');
}

test('a report that is refused stays in the form, and is sent again under the same key', async () => {
  let isRefused = true;
  const sent = serve({
    'POST plans/p/reports': () => (isRefused ? refusal('日期 2099-01-01 还没有到。请核对。') : Response.json({ added: 1, known: 0 })),
  });
  const told = vi.fn();
  show(<ReportForm plan="p" part={part} onSent={told} />);
  await fill();
  await userEvent.click(screen.getByRole('button', { name: '提交填报' }));
  expect((await screen.findByRole('alert')).textContent).toContain('日期 2099-01-01 还没有到');
  expect(screen.getByLabelText('进展情况')).toHaveProperty('value', '已建立清单');
  isRefused = false;
  await userEvent.click(screen.getByRole('button', { name: '提交填报' }));
  await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith('已填报。'));
  const [first, second] = reports(sent);
  expect(first?.once).toBe(second?.once);
  expect(second?.body).toEqual({
    reports: [
      {
        taskId: part.taskId,
        body: '县公安局',
        state: 'done',
        on: null,
        percent: null,
        progress: '已建立清单',
        reporter: '张三',
        evidence: null,
      },
    ],
  });
  expect(screen.getByLabelText('进展情况')).toHaveProperty('value', '');
});

test('what was typed is there again when the form is opened again, for this part alone', async () => {
  serve({});
  const shown = show(<ReportForm plan="p" part={part} onSent={vi.fn()} />);
  await fill();
  shown.unmount();
  const again = show(<ReportForm plan="p" part={part} onSent={vi.fn()} />);
  expect(screen.getByText(/上次没有提交的内容还在/)).toBeTruthy();
  expect(screen.getByLabelText('进展情况')).toHaveProperty('value', '已建立清单');
  again.unmount();
  show(<ReportForm plan="p" part={{ ...part, body: '县应急局' }} onSent={vi.fn()} />);
  expect(screen.getByLabelText('进展情况')).toHaveProperty('value', '');
});

test('evidence is sent at once and referred to', async () => {
  const evidence = { name: '照片.jpg', hash: 'ab', length: 3 };
  const sent = serve({
    'POST evidence?name=照片.jpg': () => Response.json(evidence),
    'POST plans/p/reports': () => Response.json({ added: 0, known: 1 }),
  });
  const told = vi.fn();
  show(<ReportForm plan="p" part={part} onSent={told} />);
  await userEvent.upload(screen.getByLabelText('选择文件'), new File(['abc'], '照片.jpg'));
  await screen.findByText('照片.jpg');
  await userEvent.click(screen.getByRole('button', { name: '提交填报' }));
  await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith('这条填报和以前的一样，没有重复记。'));
  expect(reports(sent)[0]?.body).toMatchObject({ reports: [{ evidence }] });
});

test('a percentage that is none cannot be sent', async () => {
  const sent = serve({});
  show(<ReportForm plan="p" part={part} onSent={vi.fn()} />);
  await userEvent.type(screen.getByLabelText('进度（%）'), '120');
  expect(screen.getByText(/0 到 100/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '提交填报' })).toHaveProperty('disabled', true);
  expect(reports(sent)).toEqual([]);
});
