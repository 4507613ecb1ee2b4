import { useEffect, useMemo, useRef, useState } from 'react';
import type { ShownMoment } from '../../../core/pigment/time/sessionsAt';
import type { Case, Photo } from '../../../core/design/case';
import type { Size } from '../../../core/geometry/camera';
import { smallerCase } from '../../canvas/compare/smallerCase';
import { cameraOn, type SharedView } from '../../canvas/compare/sharedView';
import { createPicture, type Picture } from '../../canvas/picture/picture';
import { sceneAt } from '../../canvas/sceneAt';
import { comparePhoto } from '../../flows/compare/comparePhoto';
import styles from './Compare.module.css';

interface ComparePaneProps {
  /** With the design to be shown as its active one. */
  readonly of: Case;
  readonly photo: Photo;
  /** What the photo is reduced by. */
  readonly factor: number;
  readonly view: SharedView | null;
  readonly moment: ShownMoment;
  readonly before: boolean;
  readonly onSize: (size: Size) => void;
  readonly children: React.ReactNode;
}

/** One picture among several, with a worker of its own. */
export function ComparePane({ of, photo, factor, view, moment, before, onSize, children }: ComparePaneProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(true);
  const small = useMemo(() => smallerCase(of, photo.id, factor), [of, photo.id, factor]);
  const scene = useMemo(() => sceneAt(small, photo.id, moment), [small, photo.id, moment]);
  const size = useSize(canvas, onSize);

  useEffect(() => {
    if (canvas.current === null) return;
    const made = createPicture(canvas.current);
    made.setSurround(getComputedStyle(canvas.current).getPropertyValue('--surround').trim());
    setPicture(made);
    const stop = made.subscribe((figures) => {
      setBusy(figures.busy);
    });
    return () => {
      stop();
      made.dispose();
      setPicture(null);
    };
  }, []);

  useEffect(() => {
    if (picture === null) return;
    let wanted = true;
    void comparePhoto(photo.sha256, factor).then((opened) => {
      if (!wanted) return;
      picture.setPlaceholder(opened?.small ?? null);
      picture.setPhoto(opened);
      // Working again until the scene that follows is laid.
      setBusy(true);
      setShown(true);
    });
    return () => {
      wanted = false;
      setShown(false);
    };
  }, [picture, photo.sha256, factor]);

  // A picture forgets its scene with its photo.
  useEffect(() => {
    if (shown) picture?.setScene(scene);
  }, [picture, scene, shown]);
  useEffect(() => {
    picture?.setSize(size.width, size.height, devicePixelRatio);
  }, [picture, size]);
  useEffect(() => {
    const on = small.photos.find(({ id }) => id === photo.id);
    if (view !== null && on !== undefined && size.width > 0) picture?.setCamera(cameraOn(on, view, size));
  }, [picture, view, small, photo.id, size]);
  useEffect(() => {
    picture?.setCompare({ kind: before ? 'before' : 'after' });
  }, [picture, before]);

  return (
    <figure className={styles.pane}>
      <canvas ref={canvas} className={styles.canvas} data-picture={shown && !busy ? 'still' : 'working'} />
      {children}
    </figure>
  );
}

function useSize(canvas: React.RefObject<HTMLCanvasElement | null>, onSize: (size: Size) => void): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const now = { width: element.clientWidth, height: element.clientHeight };
      setSize(now);
      onSize(now);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [canvas, onSize]);
  return size;
}
