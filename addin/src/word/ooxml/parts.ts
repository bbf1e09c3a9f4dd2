import { parseXml, writeXml } from './markup';

/** The parts of a package by name. */
export type Parts = Map<string, Uint8Array>;

const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const store = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** How the parts belong to the main one. */
export const mainRelations = 'word/_rels/document.xml.rels';

/** A part as text; empty where it is not there. */
export function readPart(parts: Parts, name: string): string {
  return new TextDecoder().decode(parts.get(name));
}

/** Puts a part in. */
export function writePart(parts: Parts, name: string, text: string): void {
  parts.set(name, new TextEncoder().encode(text));
}

/** Names of the custom XML parts whose root is of this namespace. */
export function customParts(parts: Parts, namespace: string): string[] {
  return [...parts.keys()].filter((name) => /^customXml\/item\d+\.xml$/.test(name) && rootNamespace(readPart(parts, name)) === namespace);
}

/** The namespace of a part's root; empty where it is no XML. */
export function rootNamespace(xml: string): string {
  try {
    return parseXml(xml).documentElement.namespaceURI ?? '';
  } catch {
    return '';
  }
}

/** Adds a custom XML part with all that belongs to it; gives its name. */
export function addCustomPart(parts: Parts, xml: string): string {
  let number = 1;
  while (parts.has(`customXml/item${number}.xml`) || parts.has(`customXml/itemProps${number}.xml`)) number++;
  const name = `customXml/item${number}.xml`;
  const properties = `customXml/itemProps${number}.xml`;
  const id = crypto.randomUUID().toUpperCase();
  writePart(parts, name, xml);
  writePart(
    parts,
    properties,
    `<ds:datastoreItem ds:itemID="{${id}}" xmlns:ds="${store}"><ds:schemaRefs><ds:schemaRef ds:uri="${rootNamespace(xml)}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  relate(parts, `customXml/_rels/item${number}.xml.rels`, 'customXmlProps', `itemProps${number}.xml`);
  relate(parts, mainRelations, 'customXml', `../${name}`);
  declare(parts, properties, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml');
  return name;
}

/** Takes a custom XML part away with all that belongs to it. */
export function removeCustomPart(parts: Parts, name: string): void {
  const number = /\d+/.exec(name)?.[0] ?? '';
  const all = [name, `customXml/itemProps${number}.xml`, `customXml/_rels/item${number}.xml.rels`];
  for (const one of all) parts.delete(one);
  change(parts, '[Content_Types].xml', (root) => drop(root, (one) => all.includes((one.getAttribute('PartName') ?? '').slice(1))));
  change(parts, mainRelations, (root) => drop(root, (one) => one.getAttribute('Target')?.endsWith(name) === true));
}

function drop(root: Element, isMeant: (one: Element) => boolean): void {
  for (const one of Array.from(root.children)) if (isMeant(one)) one.remove();
}

/** Says of what kind a part is. */
export function declare(parts: Parts, name: string, kind: string): void {
  change(parts, '[Content_Types].xml', (root) => {
    const override = root.ownerDocument.createElementNS(types, 'Override');
    override.setAttribute('PartName', `/${name}`);
    override.setAttribute('ContentType', kind);
    root.append(override);
    if (Array.from(root.children).some((one) => one.getAttribute('Extension')?.toLowerCase() === 'xml')) return;
    const usual = root.ownerDocument.createElementNS(types, 'Default');
    usual.setAttribute('Extension', 'xml');
    usual.setAttribute('ContentType', 'application/xml');
    root.prepend(usual);
  });
}

/** Relates a part to what a list of relations belongs to. */
export function relate(parts: Parts, name: string, type: string, target: string): void {
  if (!parts.has(name)) writePart(parts, name, `<Relationships xmlns="${relations}"/>`);
  change(parts, name, (root) => {
    const ids = new Set(Array.from(root.children).map((one) => one.getAttribute('Id')));
    let number = 1;
    while (ids.has(`rId${number}`)) number++;
    const relation = root.ownerDocument.createElementNS(relations, 'Relationship');
    relation.setAttribute('Id', `rId${number}`);
    relation.setAttribute('Type', `${office}/${type}`);
    relation.setAttribute('Target', target);
    root.append(relation);
  });
}

function change(parts: Parts, name: string, how: (root: Element) => void): void {
  const document = parseXml(readPart(parts, name));
  how(document.documentElement);
  writePart(parts, name, writeXml(document));
}
