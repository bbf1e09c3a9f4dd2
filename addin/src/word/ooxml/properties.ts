import { parseXml, writeXml } from './markup';
import { declare, readPart, relate, writePart, type Parts } from './parts';

const name = 'docProps/custom.xml';
const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const variant = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const formatId = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** Sets custom properties of a document, as they are shown under its information. */
export function setProperties(parts: Parts, values: ReadonlyMap<string, string>): void {
  if (values.size === 0) return;
  if (!parts.has(name)) {
    writePart(parts, name, `<Properties xmlns="${namespace}" xmlns:vt="${variant}"/>`);
    relate(parts, '_rels/.rels', 'custom-properties', name);
    declare(parts, name, 'application/vnd.openxmlformats-officedocument.custom-properties+xml');
  }
  const document = parseXml(readPart(parts, name));
  const root = document.documentElement;
  for (const [key, value] of values) {
    const others = Array.from(root.children);
    others.find((one) => one.getAttribute('name') === key)?.remove();
    const property = document.createElementNS(namespace, 'property');
    property.setAttribute('fmtid', formatId);
    property.setAttribute('pid', String(Math.max(1, ...others.map((one) => Number(one.getAttribute('pid')))) + 1));
    property.setAttribute('name', key);
    const text = document.createElementNS(variant, 'vt:lpwstr');
    text.textContent = value;
    property.append(text);
    root.append(property);
  }
  writePart(parts, name, writeXml(document));
}
