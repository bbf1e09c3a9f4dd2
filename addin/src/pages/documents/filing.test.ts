import { describe, expect, it } from 'vitest';
import type { Document, FilingPreview } from '../../api/types';
import { above, isToWrite, requestOf } from './filing';

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

  it('tells what is written from what lies there already', () => {
    const previews = (['new', 'newVersion', 'beside', 'same', 'editedSince', null] as const).map((step) => ({ step }) as FilingPreview);
    expect(previews.filter(isToWrite).length).toBe(3);
  });

  it('finds the folder above', () => {
    expect(['a/b/c', 'a', ''].map(above)).toEqual(['a/b', '', null]);
  });
});
