import { resolve } from 'node:path';
import { control } from '../control.ts';
import { requireReady } from '../engine/phase.ts';
import { runtime } from '../engine/runtime.ts';
import { dialogScript, type PageDialog, type PageDialogAnswer } from '../page/dialogForm.ts';
import { say } from '../say.ts';
import { asElectron, guard } from './guard.ts';
import { askInPage, StandinBrowserWindow } from './browserWindow.ts';

/** A dialog's arguments: the window may be left out. */
type Arguments<Options> = [options: Options] | [window: Electron.BaseWindow, options: Options];

/**
 * `dialog`. Tests replace its functions through `app.evaluate`, as in real Electron. Otherwise, with a
 * display the dialog is a form in the page; without one it is answered as cancelled, and noted.
 */
const fake = guard('dialog', {
  showMessageBox: async (...args: Arguments<Electron.MessageBoxOptions>) => {
    const [options] = args.toReversed() as [Electron.MessageBoxOptions];
    const buttons = options.buttons?.length ? options.buttons : ['OK'];
    const cancel = options.cancelId ?? cancelButton(buttons);
    const { message, detail } = options;
    const answer = await ask('showMessageBox', args, {
      title: message,
      ...(detail === undefined ? {} : { detail }),
      buttons,
      cancel,
    });
    return {
      response: answer?.button ?? cancel,
      checkboxChecked: options.checkboxChecked ?? false,
    };
  },
  showSaveDialog: async (...args: Arguments<Electron.SaveDialogOptions>) => {
    const [options] = args.toReversed() as [Electron.SaveDialogOptions];
    const answer = await ask('showSaveDialog', args, {
      title: options.title ?? 'Zapisz',
      buttons: ['Anuluj', options.buttonLabel ?? 'Zapisz'],
      cancel: 0,
      input: resolve(options.defaultPath ?? ''),
    });
    if (answer?.button !== 1) return { canceled: true, filePath: '' };
    return { canceled: false, filePath: answer.input };
  },
  showOpenDialog: async (...args: Arguments<Electron.OpenDialogOptions>) => {
    const [options] = args.toReversed() as [Electron.OpenDialogOptions];
    const answer = await ask('showOpenDialog', args, {
      title: options.title ?? 'Otwórz',
      buttons: ['Anuluj', options.buttonLabel ?? 'Otwórz'],
      cancel: 0,
      input: resolve(options.defaultPath ?? ''),
    });
    if (answer?.button !== 1) return { canceled: true, filePaths: [] };
    return { canceled: false, filePaths: [answer.input] };
  },
  showErrorBox: (title: string, content: string) => {
    control.unansweredDialogs.push({ method: 'showErrorBox', options: { title, content } });
    process.stderr.write(`${title}\n${content}\n`);
  },
});

/** Shows the form where a person can see it. */
async function ask(
  method: string,
  args: Arguments<object>,
  form: PageDialog,
): Promise<PageDialogAnswer | undefined> {
  requireReady('dialog module can only be used after app is ready');
  const options: unknown = args.at(-1);
  const [window] = args.length === 2 ? args : [StandinBrowserWindow.getFocusedWindow()];
  if (runtime().visible && window instanceof StandinBrowserWindow) {
    // A window that goes away takes the question with it.
    const answer = await window[askInPage](dialogScript(form)).catch(() => undefined);
    return answer as PageDialogAnswer | undefined;
  }
  control.unansweredDialogs.push({ method, options });
  say(`dialog.${method} was called and nothing answered it; it counts as cancelled:`, options);
  return undefined;
}

/** Electron knows only these two words; hence the rule to give `cancelId`. */
function cancelButton(buttons: readonly string[]): number {
  return Math.max(
    0,
    buttons.findIndex((label) => /^(cancel|no)$/i.test(label)),
  );
}

/** `dialog` under Electron's type. */
export const dialog = asElectron<Electron.Dialog, typeof fake>(fake);
