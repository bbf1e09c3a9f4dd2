#!/usr/bin/env bash
# Draws the pictures of the ribbon anew: each SVG of this folder as a PNG at every size that Word asks for, into public/icons/.
# Needs Chromium. The drawings lie on a grid of 16, which all sizes are multiples of, so that edges stay sharp.
set -euo pipefail
cd "$(dirname "$0")"
page=$(mktemp --suffix=.html)
trap 'rm -f "$page"' EXIT
{
  echo '<!doctype html><pre></pre><script>const lines = [], drawings = {'
  for file in *.svg; do echo "'${file%.svg}': '$(base64 -w0 "$file")',"; done
  cat <<'SCRIPT'
};
(async () => {
  for (const [name, svg] of Object.entries(drawings))
    for (const size of [16, 32, 64, 80, 128]) {
      const image = new Image(size, size);
      image.src = 'data:image/svg+xml;base64,' + btoa(atob(svg).replace('<svg ', `<svg width="${size}" height="${size}" `));
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
      canvas.getContext('2d').drawImage(image, 0, 0, size, size);
      lines.push(`${name}-${size}.png ${canvas.toDataURL('image/png').split(',')[1]}`);
    }
  document.querySelector('pre').textContent = lines.join('\n');
})();
</script>
SCRIPT
} >"$page"
chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=20000 --dump-dom "file://$page" 2>/dev/null |
  grep -oE '[a-z]+-[0-9]+\.png [A-Za-z0-9+/=]+' | while read -r name data; do base64 -d <<<"$data" >"../public/icons/$name"; done
