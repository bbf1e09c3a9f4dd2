const reachable = 'a[href], button, input, select, textarea, summary, iframe, [tabindex]:not([tabindex="-1"])';

/**
 * Keeps the focus of whoever works with the keyboard from falling away, which would send her back to the start of the page: when a dialog
 * closes it returns to where it was; when the place is gone it goes to the next one that is left; when the place only rests for a while,
 * it waits in the open pane and returns. Gives back how to stop.
 */
export function keepFocus(page: HTMLElement): () => void {
  let last: HTMLElement | null = null;
  let neighbours: HTMLElement[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const main = () => page.querySelector('main');

  const onFocus = (event: FocusEvent) => {
    const target = event.target;
    if (!(target instanceof HTMLElement) || !page.contains(target) || target === main()) return;
    last = target;
    const all = Array.from(page.querySelectorAll<HTMLElement>(`main :is(${reachable})`));
    const at = all.indexOf(target);
    neighbours = at < 0 ? [] : [...all.slice(at + 1), ...all.slice(0, at).reverse()];
  };
  // Who clicks beside everything has left the place on purpose.
  const onPointer = (event: Event) => {
    const target = event.target;
    if (target instanceof Element && target.closest(`${reachable}, label`) === null) last = null;
  };
  const look = () => {
    const now = document.activeElement;
    const isLost = now === null || now === document.body || now === main() || now.matches(':disabled');
    if (last === null || !isLost || page.inert || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
    if (canTake(last)) last.focus();
    else if (last.isConnected) main()?.focus();
    else (neighbours.find(canTake) ?? main())?.focus();
  };
  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(look);
  });

  document.addEventListener('focusin', onFocus);
  document.addEventListener('pointerdown', onPointer, true);
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('pointerdown', onPointer, true);
  };
}

function canTake(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.closest('details:not([open]) > :not(summary)') === null;
}
