import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Document, FilingPreview } from '../../api/types';
import { serve, show } from '../../components/testing';
import { FilingDialog } from './FilingDialog';

const filed: FilingPreview = {
  documentId: 'd1',
  name: '通知.docx',
  place: '2021年/通知.docx',
  step: 'same',
  writes: false,
  message: '早已归档，不再写',
};

// A dialog of many parts takes its time on a busy machine.
const waiting = { timeout: 10_000 };
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => vi.unstubAllGlobals());

/** Opens the dialog, looks, and waits for the list. */
async function look(...previews: FilingPreview[]) {
  const sent = serve({
    'GET info': () => Response.json({ hasPdf: true }),
    'GET drives/共享/folders': () => Response.json({ items: [] }),
    'GET drives': () => Response.json({ items: [{ name: '共享', address: '/share' }] }),
    'POST filings/preview': () => Response.json({ items: previews }),
    'POST filings': () => Response.json({ id: 'j' }),
  });
  const onJob = vi.fn();
  show(<FilingDialog plan="p" documents={[{ id: 'd1' }] as Document[]} onJob={onJob} onClose={vi.fn()} />);
  await vi.waitFor(() => expect(screen.getByRole('button', { name: '看看会写到哪里' })).toHaveProperty('disabled', false), waiting);
  await userEvent.click(screen.getByRole('button', { name: '看看会写到哪里' }));
  await screen.findByRole('list', { name: '归档位置' }, waiting);
  return { sent, onJob };
}

test('papers that lie there can still have the PDF or the line that they lack', async () => {
  const { onJob } = await look({ ...filed, writes: true, message: '早已归档，不再写；补归档 PDF、补登记' });
  expect(screen.queryByText(/没有要写的/)).toBeNull();
  expect(screen.getByText(/补归档 PDF、补登记/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '归档' }));
  await vi.waitFor(() => expect(onJob).toHaveBeenCalledOnce(), waiting);
});

test('nothing is praised where papers are refused', async () => {
  await look({ ...filed, place: '', step: null, message: '归档位置“2021年/通知.docx”是一个文件夹。' });
  expect(screen.getByText(/是一个文件夹/)).toBeTruthy();
  expect(screen.queryByText(/没有要写的/)).toBeNull();
  expect(screen.getByRole('button', { name: '归档' })).toHaveProperty('disabled', true);
});

test('where all lie there with all that belongs to them, that is said', async () => {
  await look(filed);
  expect(screen.getByText(/没有要写的/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '归档' })).toHaveProperty('disabled', true);
});
