import { FileTrigger } from 'react-aria-components';
import { openPhotoFile } from '../flows/openPhotos';
import { PHOTO_FILE_TYPES } from '../photo/sources';

/** Any button as the way to the system's file dialog. */
export function PhotoFileTrigger({ children }: { readonly children: React.ReactElement }) {
  return (
    <FileTrigger
      acceptedFileTypes={PHOTO_FILE_TYPES}
      onSelect={(files) => {
        const file = files?.[0];
        if (file !== undefined) void openPhotoFile(file);
      }}
    >
      {children}
    </FileTrigger>
  );
}
