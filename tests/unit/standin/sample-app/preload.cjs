const { contextBridge, ipcRenderer } = require('electron');

const heard = [];
ipcRenderer.on('hello', (_event, value) => heard.push(value));

contextBridge.exposeInMainWorld('api', {
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  heard: () => heard,
  fail: () => {
    throw new RangeError('sync fail');
  },
  later: (callback) => Promise.resolve(callback(2)).then((value) => value * 10),
  nested: { date: new Date(0), list: [1, { two: 2 }] },
  platform: process.platform,
});
