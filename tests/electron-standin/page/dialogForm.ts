/** A dialog of the visible mode, drawn as a form in the page. */
export interface PageDialog {
  readonly title: string;
  readonly detail?: string;
  readonly buttons: readonly string[];
  /** Number of the button that Escape stands for. */
  readonly cancel: number;
  /** Text of the input field; there is none when absent. */
  readonly input?: string;
}

/** What the person did. */
export interface PageDialogAnswer {
  readonly button: number;
  readonly input: string;
}

/** The expression that shows a dialog in a page's isolated world; its value is a promise. */
export function dialogScript(form: PageDialog): string {
  return `(${showDialog.toString()})(${JSON.stringify(form)})`;
}

/** Runs in the page, as text: it may refer to nothing of this module. */
function showDialog(form: PageDialog): Promise<PageDialogAnswer> {
  return new Promise((done) => {
    const dialog = document.createElement('dialog');
    const add = <Tag extends keyof HTMLElementTagNameMap>(
      tag: Tag,
      text: string,
    ): HTMLElementTagNameMap[Tag] => {
      const element = document.createElement(tag);
      element.textContent = text;
      element.style.cssText = 'display:block;margin:0 0 12px;white-space:pre-wrap;font:inherit';
      dialog.append(element);
      return element;
    };
    const heading = add('strong', form.title);
    heading.style.fontSize = '1.1em';
    if (form.detail !== undefined) add('p', form.detail);
    const field = form.input === undefined ? undefined : add('input', '');
    if (field) {
      field.value = form.input ?? '';
      field.size = 60;
      field.setAttribute('aria-label', form.title);
    }
    const finish = (button: number): void => {
      dialog.remove();
      done({ button, input: field?.value ?? '' });
    };
    field?.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') finish(form.buttons.length - 1);
    });
    form.buttons.forEach((label, index) => {
      const button = add('button', label);
      button.style.cssText = 'display:inline-block;margin:0 8px 0 0;padding:6px 14px;font:inherit';
      button.addEventListener('click', () => finish(index));
    });
    dialog.addEventListener('cancel', () => finish(form.cancel));
    dialog.style.cssText =
      'font:14px system-ui;padding:20px;max-width:36em;border:1px solid;border-radius:8px';
    document.documentElement.append(dialog);
    dialog.showModal();
    field?.select();
  });
}
