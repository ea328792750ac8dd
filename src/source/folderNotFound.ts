/** The workload folder (or file) named by the user does not exist: wrong usage rather than a problem in a file. */
export class FolderNotFound extends Error {
  readonly code = 'FOLDER_NOT_FOUND';
  /** As the user or the settings named it. */
  readonly path: string;

  constructor(path: string) {
    super(`there is no folder or file ${path}`);
    this.name = 'FolderNotFound';
    this.path = path;
  }
}
