import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { part, plan, task } from '../testing/samples';
import { pageOf, service } from '../testing/service';
import { show } from '../testing/show';
import { TestPort } from '../testing/testPort';

const asked = vi.hoisted(() => vi.fn());

vi.mock('./Standings', () => {
  asked();
  throw new Error('the script does not come');
});

test('a script that does not come takes no task from the list', async () => {
  service()
    .on('GET plans', pageOf([plan]))
    .on('GET tasks', pageOf([task('1.1')]))
    .on('GET plans/p1/parts', pageOf([part('1.1', '县应急局')]));
  show('tasks', new TestPort());
  await waitFor(() => expect(asked).toHaveBeenCalled());
  await userEvent.click(await screen.findByText('详情'));
  expect(screen.getByText(/1\.1 建立清单/)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});
