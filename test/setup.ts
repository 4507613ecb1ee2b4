import { configureGlobal } from 'fast-check';

// Every run draws the same cases, so a failure is repeatable; FC_SEED asks for others.
configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_260_101) });
