export function ResponderScreen() {
  return null;
}
