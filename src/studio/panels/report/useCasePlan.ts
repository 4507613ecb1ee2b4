import { useMemo } from 'react';
import type { Case } from '../../../core/design/case';
import { casePlan, type CasePlan } from '../../flows/report/planOf';
import { useCase, usePreferences } from '../../state/useStores';

/** The plan of the case on the desk; null while there is none, or nothing to dot in it. */
export function useCasePlan(): { readonly of: Case; readonly plan: CasePlan } | null {
  const of = useCase((each) => each);
  const paceDots = usePreferences((state) => state.paceDots);
  return useMemo(() => {
    const plan = of === null ? null : casePlan(of, paceDots);
    return of === null || plan === null ? null : { of, plan };
  }, [of, paceDots]);
}
