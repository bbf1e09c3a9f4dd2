import { download } from '../api/client';

/** Shows a PDF in a window of its own. The window is opened at once, while the browser still knows that a person asked for it. */
export async function openPdf(path: string): Promise<void> {
  const window_ = window.open('', '_blank');
  try {
    const address = URL.createObjectURL(await download(path));
    if (window_) window_.location.href = address;
    else window.location.href = address;
  } catch (error) {
    window_?.close();
    throw error;
  }
}
