/** A file with the path that tells it from its namesakes in other folders. */
export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/** Files from an <input>, a chosen folder's paths included. */
export function fromInput(files: FileList): NamedFile[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })).filter(isWanted);
}

/** Files and whole folders from a drop. */
export async function fromDrop(data: DataTransfer): Promise<NamedFile[]> {
  const found = await Promise.all([...data.items].map(filesOf));
  return found.flat().filter(isWanted);
}

/** A dropped item is a file or folder of a file system, or a bare file without one. */
function filesOf(item: DataTransferItem): Promise<NamedFile[]> {
  const entry = item.webkitGetAsEntry();
  if (entry) return filesBelow(entry);
  const file = item.getAsFile();
  return Promise.resolve(file ? [{ path: file.name, file }] : []);
}

async function filesBelow(entry: FileSystemEntry): Promise<NamedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ""), file }];
  }
  const found: NamedFile[] = [];
  for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) found.push(...(await filesBelow(child)));
  return found;
}

/** Browsers hand out a folder in batches (100 at a time) until an empty one. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return children;
    children.push(...batch);
  }
}

/** What operating systems leave in folders is nobody's study. */
function isWanted({ path }: NamedFile): boolean {
  const name = path.split("/").pop() ?? "";
  return !name.startsWith(".") && name !== "Thumbs.db" && name !== "desktop.ini";
}
