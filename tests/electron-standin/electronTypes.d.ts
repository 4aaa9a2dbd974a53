// Makes the global `Electron` namespace known to every file here; nothing imports `electron` itself.
/// <reference types="electron" />
