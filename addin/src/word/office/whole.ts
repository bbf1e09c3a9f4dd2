import { labelsInMain } from '../ooxml/flat';
import { customParts, readPart } from '../ooxml/parts';
import { mainPart, unpack } from '../ooxml/zip';
import { recordNamespace } from '../record';
import { zhWord } from '../strings';
import { isTrouble, readable, trouble } from '../trouble';
import { putRecord } from './parts';
import type { Run } from './waiting';

const largest = 4 * 1024 * 1024;

/** Opens a document of its own. */
export async function openDocument(run: Run, docx: Uint8Array): Promise<void> {
  try {
    await run(async (context, step) => {
      context.application.createDocument(base64Of(docx)).open();
      await step();
    });
  } catch (error) {
    throw readable(error);
  }
}

/**
 * Puts a .docx in the place of the whole document, untracked. The record and the labels of controls do not come along in every host: they
 * are read from the .docx and written again. Whatever fails once the other document is in place is told as such, even a lock.
 */
export async function replaceDocument(run: Run, docx: Uint8Array, patience: number): Promise<void> {
  if (docx.length > largest) throw trouble('tooLarge');
  const parts = await unpack(docx, (name) => name.startsWith('customXml/'));
  const labels = labelsInMain(readPart(parts, mainPart));
  const progress: { hasBegun: boolean; isIn: boolean } = { hasBegun: false, isIn: false };
  try {
    await run(async (context, step) => {
      const { document } = context;
      document.load('changeTrackingMode');
      await step();
      const tracking = document.changeTrackingMode;
      try {
        document.changeTrackingMode = 'Off';
        progress.hasBegun = true;
        document.insertFileFromBase64(base64Of(docx), 'Replace', options());
        const controls = document.body.contentControls;
        controls.load('items/tag,items/title');
        await step();
        progress.isIn = true;
        if (controls.items.length !== labels.length) throw trouble('labelsLost');
        controls.items.forEach((control, index) => {
          const label = labels[index];
          if (!label || (control.tag === label.tag && control.title === label.title)) return;
          control.tag = label.tag;
          control.title = label.title;
        });
      } finally {
        document.changeTrackingMode = tracking;
        await step();
      }
    });
  } catch (error) {
    const isTold = isTrouble(error, 'timeout') || isTrouble(error, 'labelsLost');
    throw progress.isIn && !isTold ? trouble('half') : readable(error, progress.hasBegun ? 'half' : 'refused');
  }
  const [record] = customParts(parts, recordNamespace);
  if (record && !(await putRecord(readPart(parts, record), patience))) throw trouble('labelsLost');
}

function options(): Word.InsertFileOptions {
  const usual = {
    importTheme: true,
    importStyles: true,
    importParagraphSpacing: true,
    importPageColor: true,
    importChangeTrackingMode: false,
  };
  const { requirements } = Office.context;
  return {
    ...usual,
    ...(requirements.isSetSupported('WordApi', '1.6') && { importCustomProperties: true, importCustomXmlParts: false }),
    ...(requirements.isSetSupported('WordApi', '1.7') && { importDifferentOddEvenPages: true }),
  };
}

/** Longest value that Word on the desktop keeps whole. */
const longest = 255;

/** Writes what a final paper carries into the document's properties; a long link in pieces. */
export async function writeFinal(run: Run, final: { number: string; link: string; at: string }): Promise<void> {
  try {
    await run(async (context, step) => {
      const properties = context.document.properties.customProperties;
      for (const key of ['number', 'link', 'at'] as const) {
        const value = final[key];
        for (let from = 0; from === 0 || from < value.length; from += longest)
          properties.add(from === 0 ? zhWord.final[key] : `${zhWord.final[key]} ${from / longest + 1}`, value.slice(from, from + longest));
      }
      await step();
    });
  } catch (error) {
    throw readable(error);
  }
}

function base64Of(bytes: Uint8Array): string {
  const piece = 0x8000;
  let text = '';
  for (let from = 0; from < bytes.length; from += piece) text += String.fromCharCode(...bytes.subarray(from, from + piece));
  return btoa(text);
}
