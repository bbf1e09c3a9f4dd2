export function signInHere(): void {
  return;
}
