import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * All files below a folder, as sorted paths from it with forward slashes.
 * @param {string} folder absolute
 * @returns {string[]}
 */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/**
 * One hash over names and contents of everything below a folder.
 * @param {string} folder absolute
 * @returns {string}
 */
export function hashOfTree(folder) {
  return hashOfFiles(folder, filesBelow(folder));
}

/**
 * One hash over names and contents of files and folders; one that is missing counts as missing.
 * @param {string} root what the paths start from
 * @param {string[]} paths files or folders
 * @returns {string}
 */
export function hashOfFiles(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const absolute = join(root, path);
    if (!existsSync(absolute)) {
      hash.update(`missing ${path}\0`);
      continue;
    }
    const files = statSync(absolute).isDirectory()
      ? filesBelow(absolute).map((file) => join(absolute, file))
      : [absolute];
    for (const file of files) {
      const content = readFileSync(file);
      hash.update(`${relative(root, file).replaceAll('\\', '/')}\0${content.length}\0`);
      hash.update(content);
    }
  }
  return hash.digest('hex');
}
