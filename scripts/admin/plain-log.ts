/** For commands: warnings and errors go to the terminal, since standard output is for the answer alone (a token's last line is the token). */
export const plainLog = {
  info() {},
  warn(_fields: object, message: string) {
    console.error(message);
  },
  error(_fields: object, message: string) {
    console.error(message);
  },
};
