import { cruise } from 'dependency-cruiser';
import type { ICruiseResult } from 'dependency-cruiser';
import { DEPENDENCY_RULES } from './dependencyRules';

/** What the dependency rules say about a tree. */
export interface Finding {
  /** Files and imports looked at: none of them means that nothing was checked. */
  readonly modules: number;
  readonly imports: number;
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
}

/** Checks the folders src and test below a root (an absolute path) against the dependency rules, types included. */
export async function cruiseSource(root: string): Promise<Finding> {
  const { output } = await cruise(
    ['src', 'test'],
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...DEPENDENCY_RULES] },
      // Imports of types alone count too.
      tsPreCompilationDeps: true,
      combinedDependencies: false,
      doNotFollow: { path: 'node_modules' },
    },
    { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  );
  const { summary } = output as ICruiseResult;
  return {
    modules: summary.totalCruised,
    imports: summary.totalDependenciesCruised ?? 0,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
