export function ExecutiveScreen() {
  return null;
}
