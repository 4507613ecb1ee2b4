import { FileTrigger } from 'react-aria-components';
import { openPhotoFile } from '../../flows/photos/openPhotos';
import { PHOTO_FILE_TYPES } from '../../photo/sources';

interface PhotoFileTriggerProps {
  readonly children: React.ReactElement;
  /** A new case is opened where nothing else is asked for. */
  readonly onFile?: (file: Blob) => Promise<boolean>;
}

/** Any button as the way to the system's file dialog. */
export function PhotoFileTrigger({ children, onFile = openPhotoFile }: PhotoFileTriggerProps) {
  return (
    <FileTrigger
      acceptedFileTypes={PHOTO_FILE_TYPES}
      onSelect={(files) => {
        const file = files?.[0];
        if (file !== undefined) void onFile(file);
      }}
    >
      {children}
    </FileTrigger>
  );
}
