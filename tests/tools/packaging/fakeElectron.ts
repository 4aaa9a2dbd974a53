import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { electronVersion } from '../launch/electronBinary.mjs';
import { repository } from '../places.mjs';

/** The platforms that the application is packed for, by electron-builder's option. */
export const platforms = ['linux', 'win', 'mac'] as const;
/** One of the platforms that the application is packed for. */
export type Platform = (typeof platforms)[number];

/** Where every Electron binary keeps its fuses: sentinel, version, count and Electron 45's defaults. */
const fuseWire = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09101100011', 'latin1');

/**
 * Writes skeletons of Electron's distributions, enough for electron-builder to pack a folder
 * without a network. They do not run.
 * @param root gets one folder per platform
 */
export function makeFakeElectrons(root: string): Record<Platform, string> {
  const folders = {
    linux: join(root, 'linux'),
    win: join(root, 'win'),
    mac: join(root, 'mac'),
  };
  for (const platform of ['linux', 'win'] as const) {
    for (const language of ['en-US', 'pl', 'de', 'fr'])
      write(join(folders[platform], 'locales', `${language}.pak`));
    write(join(folders[platform], 'version'), electronVersion());
    write(join(folders[platform], 'LICENSE'));
    write(join(folders[platform], 'LICENSES.chromium.html'));
    mkdirSync(join(folders[platform], 'resources'));
  }
  const executable = join(folders.linux, 'electron');
  write(executable, Buffer.concat([Buffer.from('#!/bin/sh\n'), fuseWire]));
  chmodSync(executable, 0o755);
  write(join(folders.linux, 'chrome-sandbox'));
  write(join(folders.win, 'electron.exe'), Buffer.concat([windowsExecutable(), fuseWire]));
  makeMacApplication(join(folders.mac, 'Electron.app', 'Contents'));
  return folders;
}

function write(file: string, content: string | Buffer = 'x'): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** The part of the resource editor that is used here; it comes with electron-builder. */
interface ResourceEditor {
  NtExecutable: { from(data: Buffer, options: { ignoreCert: boolean }): Executable };
  NtExecutableResource: {
    from(executable: Executable): {
      entries: unknown[];
      outputResource(executable: Executable): void;
    };
  };
  Resource: { VersionInfo: { createEmpty(): VersionInfo } };
}
interface Executable {
  generate(): ArrayBuffer;
}
interface VersionInfo {
  setFileVersion(major: number, minor: number, micro: number, revision: number, lang: number): void;
  setStringValues(
    language: { lang: number; codepage: number },
    values: Record<string, string>,
  ): void;
  outputToResourceEntries(entries: unknown[]): void;
}

/** Any Windows binary serves, if it has a version resource for electron-builder to rewrite. */
function windowsExecutable(): Buffer {
  const fromHere = createRequire(import.meta.url);
  const fromBuilder = createRequire(fromHere.resolve('app-builder-lib/package.json'));
  const editor: ResourceEditor = fromBuilder('resedit');
  const library = join(repository, 'node_modules/better-sqlite3/prebuilds/win32-x64.node');
  const executable = editor.NtExecutable.from(readFileSync(library), { ignoreCert: true });
  const resources = editor.NtExecutableResource.from(executable);
  const version = editor.Resource.VersionInfo.createEmpty();
  const english = 1033;
  version.setFileVersion(45, 0, 0, 0, english);
  version.setStringValues(
    { lang: english, codepage: 1200 },
    { ProductName: 'Electron', FileDescription: 'Electron', OriginalFilename: 'electron.exe' },
  );
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  return Buffer.from(executable.generate());
}

const infoPlist = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>Electron</string>
<key>CFBundleIdentifier</key><string>com.github.Electron</string>
<key>LSMinimumSystemVersion</key><string>13.0</string>
</dict></plist>`;

function makeMacApplication(contents: string): void {
  const frameworks = join(contents, 'Frameworks');
  const framework = join(frameworks, 'Electron Framework.framework');
  write(join(contents, 'Info.plist'), infoPlist);
  write(join(contents, 'MacOS', 'Electron'));
  write(join(framework, 'Versions/A/Electron Framework'), fuseWire);
  for (const language of ['en', 'pl', 'de']) {
    write(join(contents, 'Resources', `${language}.lproj`, 'locale.pak'));
    write(join(framework, 'Versions/A/Resources', `${language}.lproj`, 'locale.pak'));
  }
  symlinkSync('A', join(framework, 'Versions/Current'));
  symlinkSync('Versions/Current/Resources', join(framework, 'Resources'));
  symlinkSync('Versions/Current/Electron Framework', join(framework, 'Electron Framework'));
  for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const helper = join(frameworks, `Electron Helper${kind}.app`, 'Contents');
    write(join(helper, 'Info.plist'), infoPlist);
    write(join(helper, 'MacOS', `Electron Helper${kind}`));
  }
}
