import { strToU8, zipSync } from 'fflate';
import { profiles } from './common';
import { FakeWord } from './host';
import { install, type Globals } from './install';
import { bytesOf } from './things/documents';

/** What the page of an end-to-end test gives before this script, and finds after it. */
interface Page extends Globals {
  /** The document in hand, as base64 of a .docx; an empty one where it is not given. */
  fakeWordDocument?: string;
  /** Which host this is to be. */
  fakeWordProfile?: keyof typeof profiles;
  fakeWord?: FakeWord;
  /** The document as it is now, as base64 of a .docx. */
  fakeWordPackage?: () => string;
}

const page = window as unknown as Page;
const word = new FakeWord(page.fakeWordDocument ? bytesOf(page.fakeWordDocument) : empty(), profiles[page.fakeWordProfile ?? 'm365']);
install(word, page);
page.fakeWord = word;
page.fakeWordPackage = () => {
  let text = '';
  for (const byte of word.package()) text += String.fromCharCode(byte);
  return btoa(text);
};

function empty(): Uint8Array {
  const kinds = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/word/document.xml" ContentType="${kinds}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        `<Relationship Id="rId1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'),
    'word/document.xml': strToU8(
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>',
    ),
  });
}
