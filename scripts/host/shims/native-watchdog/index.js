// Stand-in for the native @vscode/native-watchdog: ends the extension host when the server process is gone.
exports.start = (serverPid) => {
  const watch = () => {
    try {
      process.kill(serverPid, 0);
    } catch {
      process.reallyExit(87);
    }
  };
  setInterval(watch, 1000).unref();
};

exports.exit = (code) => process.reallyExit(code || 0);
