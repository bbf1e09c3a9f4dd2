export default function Todo(_: { info: unknown; onSignedIn: () => void }) {
  return null;
}
