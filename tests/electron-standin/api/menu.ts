import { asElectron, guard, Guarded, GuardedEmitter, type PartOf } from './guard.ts';
import { labelOfRole, roleAccelerator, runRole } from './menuRoles.ts';

/** Key of what only a menu does to its items. */
const adopt = Symbol('adopt');

let lastCommandId = 0;

/** The fake `MenuItem`: a model without a native menu; `click()` works as if it had been chosen. */
export class StandinMenuItem extends Guarded implements PartOf<Electron.MenuItem> {
  readonly id: string;
  readonly commandId: number;
  readonly type: Electron.MenuItem['type'];
  readonly role?: Exclude<Electron.MenuItem['role'], undefined>;
  readonly submenu?: Electron.Menu;
  readonly registerAccelerator: boolean;
  readonly click: Function;
  accelerator: string | null;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  private isChecked: boolean;
  private owner: readonly StandinMenuItem[] = [];

  constructor(options: Electron.MenuItemConstructorOptions) {
    super('menuItem');
    lastCommandId += 1;
    const { role, submenu } = options;
    this.commandId = lastCommandId;
    this.id = options.id ?? '';
    if (role) this.role = role as Exclude<Electron.MenuItem['role'], undefined>;
    if (submenu) {
      this.submenu = Array.isArray(submenu) ? StandinMenu.buildFromTemplate(submenu) : submenu;
    }
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.label = options.label ?? (role ? labelOfRole(role) : '');
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.accelerator = options.accelerator ?? (role ? roleAccelerator(role) : null);
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.isChecked = options.checked ?? false;
    this.click = (event: unknown = {}, window?: Electron.BaseWindow): void => {
      if (!this.enabled) return;
      if (this.type === 'checkbox' || this.type === 'radio') {
        this.checked = this.type === 'radio' || !this.checked;
      }
      const item = asElectron<Electron.MenuItem, StandinMenuItem>(this);
      if (options.click) options.click(item, window, event as Electron.KeyboardEvent);
      else if (role) runRole(role, window);
    };
  }

  get checked(): boolean {
    return this.isChecked;
  }

  /** Checking one radio item unchecks its neighbours. */
  set checked(checked: boolean) {
    if (this.type === 'radio' && checked) {
      for (const neighbour of radioGroup(this.owner, this)) neighbour.isChecked = false;
    }
    this.isChecked = checked;
  }

  /** For the menu this item was put into. */
  [adopt](items: readonly StandinMenuItem[]): void {
    this.owner = items;
  }
}

/** Radio items between the same two items of another type. */
function radioGroup(
  items: readonly StandinMenuItem[],
  member: StandinMenuItem,
): readonly StandinMenuItem[] {
  const at = items.indexOf(member);
  const start = items.findLastIndex((item, index) => index < at && item.type !== 'radio');
  const end = items.findIndex((item, index) => index > at && item.type !== 'radio');
  return items.slice(start + 1, end < 0 ? items.length : end);
}

/** The fake `Menu`. */
export class StandinMenu extends GuardedEmitter implements PartOf<Electron.Menu> {
  private static applicationMenu: Electron.Menu | null = null;
  private readonly own: StandinMenuItem[] = [];

  constructor() {
    super('menu');
  }

  static buildFromTemplate(
    template: readonly (Electron.MenuItemConstructorOptions | Electron.MenuItem)[],
  ): Electron.Menu {
    if (!Array.isArray(template)) {
      throw new TypeError('Invalid template for Menu: Menu template must be an array');
    }
    const menu = new StandinMenu();
    for (const entry of template) {
      const known = entry instanceof StandinMenuItem ? entry : new StandinMenuItem(checked(entry));
      menu.append(asElectron<Electron.MenuItem, StandinMenuItem>(known));
    }
    return asElectron<Electron.Menu, StandinMenu>(menu);
  }

  static setApplicationMenu(menu: Electron.Menu | null): void {
    StandinMenu.applicationMenu = menu;
  }

  static getApplicationMenu(): Electron.Menu | null {
    return StandinMenu.applicationMenu;
  }

  get items(): Electron.MenuItem[] {
    return this.own.map((item) => asElectron<Electron.MenuItem, StandinMenuItem>(item));
  }

  append(item: Electron.MenuItem): void {
    this.insert(this.own.length, item);
  }

  insert(position: number, item: Electron.MenuItem): void {
    if (!(item instanceof StandinMenuItem)) throw new TypeError('Invalid item');
    this.own.splice(position, 0, item);
    item[adopt](this.own);
  }

  getMenuItemById(id: string): Electron.MenuItem | null {
    return (
      [...menuItems(asElectron<Electron.Menu, StandinMenu>(this))].find((item) => item.id === id) ??
      null
    );
  }

  popup(options: Electron.PopupOptions = {}): void {
    this.emit('menu-will-show');
    // Nothing is drawn: the menu counts as closed without a choice.
    this.emit('menu-will-close');
    options.callback?.();
  }

  closePopup(): void {}
}

function checked(entry: unknown): Electron.MenuItemConstructorOptions {
  const known = ['label', 'role', 'type'];
  if (typeof entry !== 'object' || entry === null || !known.some((key) => key in entry)) {
    throw new TypeError(
      'Invalid template for MenuItem: must have at least one of label, role or type',
    );
  }
  return entry;
}

/** All items of a menu, those of its submenus included. */
export function* menuItems(menu: Electron.Menu | null | undefined): Generator<Electron.MenuItem> {
  for (const item of menu?.items ?? []) {
    yield item;
    yield* menuItems(item.submenu);
  }
}

const GuardedMenu = guard('Menu', StandinMenu);
const GuardedMenuItem = guard('MenuItem', StandinMenuItem);

type MenuClass = Omit<typeof Electron.Menu, 'prototype'>;
type MenuItemClass = Omit<typeof Electron.MenuItem, 'prototype'>;

/** `Menu` under Electron's type. */
export const Menu = asElectron<MenuClass, Omit<typeof StandinMenu, 'prototype'>>(GuardedMenu);

/** `MenuItem` under Electron's type. */
export const MenuItem = asElectron<MenuItemClass, Omit<typeof StandinMenuItem, 'prototype'>>(
  GuardedMenuItem,
);
