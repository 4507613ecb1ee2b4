import { useCallback, useEffect, useRef, useState } from 'react';

/** Controls that nobody touches are gone after so long. Our choice. */
const FADE_AFTER_MS = 4_000;

/** Whether controls are shown: for a while after each `show`, and as long as a hand or the keyboard is on them. */
export function useFading(controls: React.RefObject<HTMLElement | null>): {
  readonly shown: boolean;
  readonly show: () => void;
  readonly hide: () => void;
} {
  const [shown, setShown] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const wait = useCallback(() => {
    const again = (): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        if (inUse(controls.current)) again();
        else setShown(false);
      }, FADE_AFTER_MS);
    };
    again();
  }, [controls]);

  const show = useCallback(() => {
    setShown(true);
    wait();
  }, [wait]);

  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setShown(false);
  }, []);

  useEffect(() => {
    wait();
    return () => {
      clearTimeout(timer.current);
    };
  }, [wait]);
  return { shown, show, hide };
}

/** A finger leaves a hover behind on touch screens, which means nothing. */
const inUse = (controls: HTMLElement | null): boolean =>
  controls !== null &&
  (controls.querySelector(':focus-visible, [data-dragging], select:focus') !== null ||
    (matchMedia('(hover: hover)').matches && controls.matches(':hover')));
