import { useRef } from 'react';

/** The key under which a request is sent: the same one as long as it says the same, so that what was sent twice is carried out once. */
export function useOnce(): (request: unknown) => string {
  const last = useRef({ text: '', key: '' });
  return (request) => {
    const text = JSON.stringify(request);
    if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() };
    return last.current.key;
  };
}
