import { calendar } from './calendar.ts';
import { coaching } from './coaching.ts';
import { conflicts } from './conflicts.ts';
import { errors } from './errors.ts';
import { gallery } from './gallery.ts';
import { history } from './history.ts';
import { libraries } from './libraries.ts';
import { personalData } from './personalData.ts';
import { program } from './program.ts';
import { recovery } from './recovery.ts';
import { reports } from './reports.ts';
import { room } from './room.ts';
import { safety } from './safety.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { today } from './today.ts';
import { ui } from './ui.ts';
import { welcome } from './welcome.ts';
import { workshops } from './workshops.ts';

/** All Polish texts, one file per area. Polish is the language the other ones are measured against. */
export const pl = {
  calendar,
  coaching,
  conflicts,
  errors,
  gallery,
  history,
  libraries,
  personalData,
  program,
  recovery,
  reports,
  room,
  safety,
  settings,
  shell,
  today,
  ui,
  welcome,
  workshops,
} as const;
