import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepFocus } from './focus';

let stop: () => void;

beforeEach(() => {
  document.body.innerHTML =
    '<div id="page"><nav><a href="#a">甲</a></nav><main tabindex="-1"><button id="one">一</button><button id="two">二</button><button id="three">三</button></main></div>';
  stop = keepFocus(byId('page'));
});

afterEach(() => stop());

const byId = (id: string) => document.getElementById(id) as HTMLButtonElement;
const focused = () => document.activeElement?.id || document.activeElement?.tagName;
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

test('when its place is gone, the focus goes to the next that is left, else to the one before', async () => {
  byId('two').focus();
  byId('two').remove();
  await settle();
  expect(focused()).toBe('three');
  byId('three').remove();
  await settle();
  expect(focused()).toBe('one');
  byId('one').remove();
  await settle();
  expect(focused()).toBe('MAIN');
});

test('when its place rests, the focus waits in the pane and returns; when that is gone at last, it goes on', async () => {
  byId('two').focus();
  byId('two').disabled = true;
  byId('two').blur();
  await settle();
  expect(focused()).toBe('MAIN');
  byId('two').disabled = false;
  await settle();
  expect(focused()).toBe('two');
  byId('two').disabled = true;
  byId('two').blur();
  await settle();
  byId('two').remove();
  await settle();
  expect(focused()).toBe('three');
});

test('a dialog keeps the focus while it is open, and gives it back', async () => {
  byId('one').focus();
  document.body.insertAdjacentHTML('beforeend', '<div role="dialog" id="dialog"><button id="ok">好</button></div>');
  byId('ok').focus();
  byId('ok').blur();
  await settle();
  expect(focused()).toBe('BODY');
  document.getElementById('dialog')?.remove();
  await settle();
  expect(focused()).toBe('one');
});

test('who clicks beside everything is left alone', async () => {
  byId('one').focus();
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  byId('one').blur();
  byId('one').remove();
  await settle();
  expect(focused()).toBe('BODY');
});
