import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathsOf, type Surroundings } from '../../../src-main/electron/paths.ts';

const surroundings: Surroundings = {
  userData: '/home/ola/.config/Strefownik',
  home: '/home/ola',
  appPath: '/srv/strefownik',
  isPackaged: false,
  resourcesPath: '/opt/Strefownik/resources',
  argv: ['electron', '.'],
  absolute: (named) => resolve('/where/ola/was', named),
  built: '/srv/strefownik/out/main',
};

describe('pathsOf', () => {
  it('keeps everything that is written in the data folder, except backups', () => {
    const { resources, icon, pages, preload, backups, ...written } = pathsOf(surroundings);
    expect(backups).toBe('/home/ola/Strefownik - kopie zapasowe');
    expect(written).toStrictEqual({
      userData: '/home/ola/.config/Strefownik',
      session: '/home/ola/.config/Strefownik/session',
      compileCache: '/home/ola/.config/Strefownik/compile-cache',
      logs: '/home/ola/.config/Strefownik/logs',
      deskMemory: '/home/ola/.config/Strefownik/desk.json',
      keychain: '/home/ola/.config/Strefownik/keychain.bin',
      workspace: '/home/ola/.config/Strefownik/workspace',
      outgoing: '/home/ola/.config/Strefownik/outgoing',
    });
    expect({ resources, icon, pages, preload }).toStrictEqual({
      resources: '/srv/strefownik/resources',
      icon: '/srv/strefownik/resources/icons/icon.png',
      pages: '/srv/strefownik/out/renderer',
      preload: '/srv/strefownik/out/preload/preload.cjs',
    });
  });

  it('finds the resources beside the archive of the packaged application', () => {
    const paths = pathsOf({ ...surroundings, isPackaged: true });
    expect(paths.resources).toBe('/opt/Strefownik/resources/resources');
  });

  it.each([
    [['--workspace=/data/strefa'], '/data/strefa'],
    [['--workspace=strefa'], '/where/ola/was/strefa'],
    [['--workspace=one', '--workspace=../two'], '/where/ola/two'],
    [['--workspace='], join(surroundings.userData, 'workspace')],
    [['--workspaces=/x', 'workspace=/x'], join(surroundings.userData, 'workspace')],
  ])('%j chooses the workspace', (argv, workspace) => {
    expect(pathsOf({ ...surroundings, argv }).workspace).toBe(workspace);
  });

  it.each([
    [['--backups=/data/kopie'], '/data/kopie'],
    [['--backups=kopie', '--backups=../inne'], '/where/ola/inne'],
    [['--backups=', '--workspace=/x'], '/home/ola/Strefownik - kopie zapasowe'],
  ])('%j chooses where backups lie', (argv, backups) => {
    expect(pathsOf({ ...surroundings, argv }).backups).toBe(backups);
  });

  it('never uses a folder name that Chromium deletes or writes in itself', () => {
    const { userData, ...paths } = pathsOf(surroundings);
    const names = Object.values(paths).map((path) => path.slice(userData.length + 1));
    const forbidden = ['databases', 'Cache', 'Local Storage', 'Dictionaries'];
    expect(names.filter((name) => forbidden.includes(name))).toStrictEqual([]);
  });
});
