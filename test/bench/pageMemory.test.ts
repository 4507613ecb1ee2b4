import { expect, test } from 'vitest';
import { ownMb } from './pageMemory';

test("a process's memory is its own and its share of the common, without the program's files", () => {
  const text = 'Pss:   19360 kB\nPss_Anon:   2048 kB\nPss_File:   10628 kB\nPss_Shmem:    1024 kB\n';
  expect(ownMb(text)).toBe(3);
});

test('a system that does not tell gives no figure', () => {
  expect(ownMb('Rss: 100 kB\n')).toBeNull();
});
