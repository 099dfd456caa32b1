export function wireFolders(): readonly string[];
export function wireSdks(name: string): string;
