/** Sets the tracking of changes; says whether the host did so. */
export async function setTracking(
  document: Word.Document,
  mode: Word.Document['changeTrackingMode'],
  step: () => Promise<void>,
): Promise<boolean> {
  document.changeTrackingMode = mode;
  return step().then(
    () => true,
    () => false,
  );
}
