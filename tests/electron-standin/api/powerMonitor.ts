import { control } from '../control.ts';
import { asElectron, GuardedEmitter, type PartOf } from './guard.ts';

/** The fake `powerMonitor`: tests emit its events, and set its answers in the control object. */
export class StandinPowerMonitor extends GuardedEmitter implements PartOf<Electron.PowerMonitor> {
  constructor() {
    super('powerMonitor');
  }

  get onBatteryPower(): boolean {
    return control.power.onBattery;
  }

  isOnBatteryPower(): boolean {
    return control.power.onBattery;
  }

  getSystemIdleTime(): number {
    return control.power.idleSeconds;
  }

  getSystemIdleState(idleThreshold: number): 'active' | 'idle' | 'locked' {
    if (control.power.locked) return 'locked';
    return control.power.idleSeconds >= idleThreshold ? 'idle' : 'active';
  }

  getCurrentThermalState(): 'unknown' {
    return 'unknown';
  }
}

/** `powerMonitor` under Electron's type. */
export const powerMonitor = asElectron<Electron.PowerMonitor, StandinPowerMonitor>(
  new StandinPowerMonitor(),
);
