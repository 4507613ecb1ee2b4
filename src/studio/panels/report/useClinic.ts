import { useStore } from 'zustand';
import { clinicStore, type Clinic } from '../../state/clinic';

export const useClinic = (): Clinic => useStore(clinicStore);
