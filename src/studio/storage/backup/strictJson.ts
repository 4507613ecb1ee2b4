/** Names that reach into an object's own making; no document of ours has them. */
const FOREIGN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

export type JsonRead =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'foreign'; readonly name: string }
  | { readonly kind: 'unreadable' };

/** JSON in UTF-8, without such names anywhere in it. */
export function readJson(bytes: Uint8Array): JsonRead {
  const foreign: string[] = [];
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text, (name, field: unknown) => {
      if (FOREIGN_NAMES.has(name)) foreign.push(name);
      return field;
    });
    const [name] = foreign;
    return name === undefined ? { kind: 'read', value } : { kind: 'foreign', name };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Whether two values of JSON say the same, whatever the order of their fields. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && sameContent(Reflect.get(a, name), Reflect.get(b, name)));
}
