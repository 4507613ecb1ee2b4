import { fieldMemory } from '../../core/density/fieldMemory';

/**
 * What this thread keeps from one laying of the desk's dots to the next: it lays them to count them and to find them under
 * the hand, and after an edit nearly all strokes and areas are those of before.
 */
export const keptLaying = fieldMemory();
