import { describe, expect, it } from 'vitest';
import type { Document, FilingPreview } from '../../api/types';
import { above, isAllFiled, isToWrite, requestOf } from './filing';

const place = { drive: '共享', folder: '2021年', newFolder: '', withPdf: false };

describe('filing', () => {
  it('asks for the folder that is chosen, and for one to be made in it', () => {
    const documents = [{ id: 'a' }, { id: 'b' }] as Document[];
    expect(requestOf('p', documents, place)).toEqual({
      plan: 'p',
      drive: '共享',
      folder: '2021年',
      documents: ['a', 'b'],
      withPdf: false,
    });
    expect(requestOf('p', [], { ...place, folder: '', newFolder: ' 安委办 / 发文 ' }).folder).toBe('安委办/发文');
  });

  it('tells what is written, and whether all lie there with none refused', () => {
    const of = (step: FilingPreview['step'], writes: boolean) => ({ step, writes }) as FilingPreview;
    expect([of('new', true), of('same', true), of('same', false), of(null, false)].map(isToWrite)).toEqual([true, true, false, false]);
    expect(isAllFiled([of('same', false), of('editedSince', false)])).toBe(true);
    expect(isAllFiled([of('same', false), of('same', true)])).toBe(false);
    expect(isAllFiled([of('same', false), of(null, false)])).toBe(false);
  });

  it('finds the folder above', () => {
    expect(['a/b/c', 'a', ''].map(above)).toEqual(['a/b', '', null]);
  });
});
