import { DEPENDENCY_RULES } from './dependencyRules';
import { cruiseSource } from './cruiseSource';

const { modules, imports, violations } = await cruiseSource(process.cwd());

for (const { rule, from, to } of violations) {
  const why = DEPENDENCY_RULES.find(({ name }) => name === rule)?.comment ?? '';
  console.error(`${rule}: ${from} → ${to}\n  ${why}`);
}
if (modules === 0 || imports === 0) console.error('The dependency check saw no imports at all: it checks nothing.');
if (violations.length > 0 || modules === 0 || imports === 0) process.exitCode = 1;
