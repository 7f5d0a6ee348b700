/** For parts under test that want a logger; errors are still shown. */
export const silentLog = {
  info() {},
  warn() {},
  error(fields: object, message: string) {
    console.error(message, fields);
  },
};
