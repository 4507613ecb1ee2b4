import { useEffect, useState } from 'react';
import { hasCamera } from '../../photo/camera';

/** Whether this device has a camera; false until that is known. */
export function useHasCamera(): boolean {
  const [camera, setCamera] = useState(false);
  useEffect(() => {
    let shown = true;
    void hasCamera().then((found) => {
      if (shown) setCamera(found);
    });
    return () => {
      shown = false;
    };
  }, []);
  return camera;
}
