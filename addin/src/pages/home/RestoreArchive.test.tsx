import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { noteFor } from '../../app/note';
import { refusal, serve, show } from '../../components/testing';
import { HomePage } from './HomePage';

afterEach(() => {
  vi.unstubAllGlobals();
  location.hash = '';
});

const archive = { planId: 'p', title: '工作要点', year: 2021, madeAt: '2021-12-31T01:00:00Z', files: 7 };
const zip = () => new File(['x'], '归档包.zip');

test('an archive that is refused can be chosen again, and one that is restored leads to its plan', async () => {
  let isThere = true;
  const sent = serve({ 'POST archives': () => (isThere ? refusal('台账里已有《工作要点》，没有恢复。', 409) : Response.json(archive)) });
  show(<HomePage />, 'administrator');
  await userEvent.upload(screen.getByLabelText('选择归档包'), zip());
  expect((await screen.findByRole('alert')).textContent).toContain('台账里已有');
  expect(location.hash).toBe('');

  isThere = false;
  await userEvent.upload(screen.getByLabelText('选择归档包'), zip());
  await vi.waitFor(() => expect(location.hash).toBe('#/plans/p/progress'));
  expect(noteFor('p')).toBe('已恢复《工作要点》，归档包里的 7 个文件逐一核对无误。');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(sent.filter((one) => one.path === 'archives').map((one) => (one.body as File).name)).toEqual(['归档包.zip', '归档包.zip']);
});

test('nobody but an administrator is offered it', () => {
  serve({});
  show(<HomePage />);
  expect(screen.queryByText('恢复归档包')).toBeNull();
});
