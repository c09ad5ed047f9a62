#!/bin/sh
# Takes what Pejl uses of Det Fælles Designsystem out of its npm package (fetched with "npm pack dkfds@VERSION"):
#     requirements/vendor-dkfds.sh dkfds-11.2.0.tgz
# The neutral theme, its script, five fonts as woff2, the icons that the style sheet names, and the licences.
set -eu
package=$(realpath "$1")
cd "$(dirname "$0")/../src/pejl/web/static/dkfds"

unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
tar -xzf "$package" -C "$unpacked"
dist=$unpacked/package/dist

rm -rf css js fonts img
mkdir -p css js fonts img/svg-icons

# One source for each font. Bold italics are left to the browser. No source maps: they are not served, and a
# manifest storage refuses a style sheet that names a file it cannot find.
sed -E \
    -e 's/@font-face\{[^}]*(Medium|SemiBold|Bold)Italic[^}]*\}//g' \
    -e 's/src:[^;}]*url\(([^)]*\.woff2)\)[^;}]*/src:url(\1) format("woff2")/g' \
    -e 's,\.\./fonts/IBMPlexSans/complete/woff2/,../fonts/,g' \
    -e '/^\/[*]# sourceMappingURL=/d' -e 's,/\*# sourceMappingURL=[^*]*\*/,,g' \
    "$dist/css/dkfds.min.css" > css/dkfds.min.css
sed -E 's,//# sourceMappingURL=.*,,' "$dist/js/dkfds.min.js" > js/dkfds.min.js

grep -oE '\.\./fonts/[^)]+\.woff2' css/dkfds.min.css | sort -u | while read -r font; do
    cp "$dist/fonts/IBMPlexSans/complete/woff2/$(basename "$font")" fonts/
done
cp "$dist/fonts/IBMPlexSans/complete/woff2/license.txt" fonts/LICENSE.txt
grep -oE '\.\./img/[^)]+' css/dkfds.min.css | sort -u | while read -r image; do
    cp "$dist/${image#../}" "${image#../}"
done
cp "$dist/LICENSE.md" LICENSE.txt
