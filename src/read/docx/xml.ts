import { parseXml, XmlElement } from '@rgrove/parse-xml';

/**
 * Parses a part of a Word file, in UTF-8 or UTF-16. Nothing outside of it is fetched and no entity is defined by it: the
 * parser skips document types and knows XML's own five entities. Throws where it is not well-formed.
 */
export function parsePart(bytes: Uint8Array): XmlElement | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return parseXml(new TextDecoder(encoding).decode(bytes)).root;
}

/** Prefixes are the writer's choice; the local names of the parts that are read are unambiguous. */
export function nameOf(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

export function childrenOf(element: XmlElement): XmlElement[] {
  return element.children.filter((node) => node instanceof XmlElement);
}

/** The first child of that local name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element === undefined ? undefined : childrenOf(element).find((other) => nameOf(other) === name);
}

/** The element that local names lead to, from child to child. */
export function within(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(child, element);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element === undefined ? [] : childrenOf(element).filter((other) => nameOf(other) === name);
}

/** An attribute by its local name, most often `val`. */
export function attribute(element: XmlElement | undefined, name = 'val'): string | undefined {
  if (element === undefined) return undefined;
  const found = Object.entries(element.attributes).find(([key]) => key.slice(key.indexOf(':') + 1) === name);
  return found?.[1];
}

export function numberIn(element: XmlElement | undefined, name = 'val'): number | undefined {
  const value = Number.parseInt(attribute(element, name) ?? '', 10);
  return Number.isNaN(value) ? undefined : value;
}

/** A property that is on by standing there (ISO/IEC 29500-1, 17.17.4); undefined where it does not stand. */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  return element === undefined ? undefined : !/^(?:0|false|off|none)$/.test(attribute(element) ?? '');
}
