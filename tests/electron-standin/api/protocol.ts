import { phase, requireReady } from '../engine/phase.ts';
import { schemes } from '../engine/schemes.ts';
import { asElectron, guard } from './guard.ts';

let hasRegistered = false;

/** `protocol`: custom schemes, declared once before ready and handled after it. */
const fake = guard('protocol', {
  registerSchemesAsPrivileged: (customSchemes: Electron.CustomScheme[]) => {
    if (phase.ready) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    if (hasRegistered) {
      throw new Error(
        'electron stand-in: protocol.registerSchemesAsPrivileged may be called once only; a second call forgets the first',
      );
    }
    hasRegistered = true;
    for (const { scheme, privileges = {} } of customSchemes) {
      if (!privileges.standard) {
        throw new Error(`electron stand-in: the scheme ${scheme} must be standard`);
      }
      schemes.declare(scheme);
    }
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    requireReady('Session can only be received when app is ready');
    if (!schemes.isDeclared(scheme)) {
      throw new Error(
        `electron stand-in: the scheme ${scheme} must be registered with registerSchemesAsPrivileged first`,
      );
    }
    if (schemes.isHandled(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    schemes.handle(scheme, handler);
  },
  unhandle: (scheme: string) => {
    if (!schemes.isHandled(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
    schemes.handle(scheme, undefined);
  },
  isProtocolHandled: (scheme: string) => schemes.isHandled(scheme),
});

/** `protocol` under Electron's type. */
export const protocol = asElectron<Electron.Protocol, typeof fake>(fake);
