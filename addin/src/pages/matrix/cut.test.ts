import { expect, test } from 'vitest';
import type { Matrix } from '../../api/types';
import { cut } from './cut';

const body = (name: string) => ({ name, isGroup: false, needsReview: false, lead: 0, responsible: 0, cooperating: 0, guiding: 0 });
const matrix: Matrix = {
  bodies: [body('甲'), body('乙'), body('丙'), body('丁')],
  tasks: [
    {
      id: '1',
      number: '1.1',
      title: '一',
      due: null,
      parties: [
        { body: 0, role: 'lead' },
        { body: 1, role: 'responsible' },
      ],
    },
    { id: '2', number: '2.1', title: '二', due: null, parties: [{ body: 2, role: 'lead' }] },
  ],
};

test('bodies without a task have no column', () => {
  expect(cut(matrix, '').columns).toEqual([0, 1, 2]);
  expect(cut(matrix, '').rows).toHaveLength(2);
});

test('one body comes first, with those that share its tasks', () => {
  const { columns, rows } = cut(matrix, '乙');
  expect(columns).toEqual([1, 0]);
  expect(rows.map((row) => row.task.number)).toEqual(['1.1']);
  expect(rows[0]?.parts.get(1)).toBe('responsible');
});
