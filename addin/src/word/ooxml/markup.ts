/** Namespace of WordprocessingML. */
export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const xmlns = 'http://www.w3.org/2000/xmlns/';

/** Reads XML; text that is none is thrown as an error. */
export function parseXml(text: string): XMLDocument {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  if (document.getElementsByTagName('parsererror').length > 0) throw new SyntaxError('damaged XML');
  return document;
}

/** Writes XML as a part of a package has it. */
export function writeXml(document: XMLDocument): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${new XMLSerializer().serializeToString(document.documentElement)}`;
}

/** Whether this is the element of WordprocessingML with this name. */
export function isW(element: Element | null | undefined, name: string): boolean {
  return element?.localName === name && element.namespaceURI === W;
}

/** The first child of WordprocessingML with this name. */
export function child(parent: Element, name: string): Element | null {
  let found = parent.firstElementChild;
  while (found && !isW(found, name)) found = found.nextElementSibling;
  return found;
}

/** Everything inside with this name, in the order of the document. */
export function within(root: Element | XMLDocument, name: string): Element[] {
  const found: Element[] = [];
  const visit = (parent: Element | XMLDocument) => {
    for (let one = parent.firstElementChild; one; one = one.nextElementSibling) {
      if (isW(one, name)) found.push(one);
      visit(one);
    }
  };
  visit(root);
  return found;
}

/** Whether an element stands somewhere in one of this name, whatever its namespace. */
export function isInside(element: Element, name: string): boolean {
  let around = element.parentElement;
  while (around && around.localName !== name) around = around.parentElement;
  return around !== null;
}

/** The value of a child such as `w:tag`; empty where there is none. */
export function valueOf(parent: Element | null, name: string): string {
  return (parent && child(parent, name)?.getAttributeNS(W, 'val')) ?? '';
}

/** A new element of WordprocessingML. */
export function make(document: Document, name: string, value?: string): Element {
  const element = document.createElementNS(W, `w:${name}`);
  if (value !== undefined) element.setAttributeNS(W, 'w:val', value);
  return element;
}

/** The body of a main part. */
export function bodyOf(document: XMLDocument): Element {
  const body = child(document.documentElement, 'body');
  if (!body) throw new SyntaxError('no body');
  return body;
}

/** The blocks of a body or of a control: what stands there but for the section's properties. */
export function blocksOf(holder: Element): Element[] {
  return Array.from(holder.children).filter((one) => !isW(one, 'sectPr'));
}

/** Copies elements into another document; prefixes that only a value names (`Requires="w15"`) stay declared. */
export function copyInto(document: XMLDocument, elements: readonly Element[]): Element[] {
  return elements.map((element) => {
    const copy = document.importNode(element, true);
    for (const one of [copy, ...Array.from(copy.getElementsByTagName('*'))]) {
      for (const prefix of (one.getAttribute('Requires') ?? '').split(/\s+/).filter(Boolean)) {
        const namespace = element.lookupNamespaceURI(prefix);
        if (namespace && one.lookupNamespaceURI(prefix) !== namespace) one.setAttributeNS(xmlns, `xmlns:${prefix}`, namespace);
      }
    }
    return copy;
  });
}
