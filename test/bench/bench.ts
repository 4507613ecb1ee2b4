/**
 * Runs the parts of the bench and prints their tables: `npm run bench`, `npm run bench -- scatter`,
 * `npm run bench -- --json FILE`.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { BenchPart, BenchTable } from './benchPart';

const SUFFIX = '.part.ts';

const isPart = (value: unknown): value is BenchPart =>
  typeof value === 'object' && value !== null && 'name' in value && 'run' in value;

async function loadParts(wanted: readonly string[]): Promise<BenchPart[]> {
  const folder = new URL('./', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(SUFFIX));
  const parts: BenchPart[] = [];
  for (const file of files.sort()) {
    if (wanted.length > 0 && !wanted.includes(file.slice(0, -SUFFIX.length))) continue;
    const module: unknown = await import(new URL(file, folder).href);
    if (typeof module !== 'object' || module === null || !('part' in module) || !isPart(module.part)) {
      throw new Error(`${file} exports no part`);
    }
    parts.push(module.part);
  }
  return parts;
}

const cellText = (cell: string | number): string =>
  typeof cell === 'string' ? cell : Number.isInteger(cell) ? String(cell) : String(Number(cell.toPrecision(3)));

/** A Markdown table, its columns aligned, so that it can be quoted as it stands. */
function tableText(table: BenchTable): string {
  const lines = [table.columns, ...table.rows.map((row) => row.map(cellText))];
  const widths = table.columns.map((_, c) => Math.max(...lines.map((line) => (line[c] ?? '').length)));
  const text = lines.map((line) => `| ${line.map((cell, c) => cell.padEnd(widths[c] ?? 0)).join(' | ')} |`);
  text.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return [`\n${table.title}`, '', ...text, ...(table.notes ?? []).map((note) => `\n${note}`), ''].join('\n');
}

const args = process.argv.slice(2);
const jsonAt = args.indexOf('--json');
const jsonFile = jsonAt >= 0 ? args[jsonAt + 1] : undefined;
const wanted = args.filter((_, i) => jsonAt < 0 || (i !== jsonAt && i !== jsonAt + 1));
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`;
process.stdout.write(`${machine}\n`);

const report: Record<string, readonly BenchTable[]> = {};
for (const part of await loadParts(wanted)) {
  const tables = await part.run((line) => process.stderr.write(`${part.name}: ${line}\n`));
  report[part.name] = tables;
  for (const table of tables) process.stdout.write(`${tableText(table)}\n`);
}
if (jsonFile !== undefined) writeFileSync(jsonFile, JSON.stringify({ machine, report }, null, 2));
