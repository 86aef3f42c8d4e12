#!/bin/sh
# Builds src/recognize/engine.wasm: see README.md beside this file.
set -eu
[ $# -ge 2 ] || { echo "usage: build.sh TARBALLS OUT [WORK]" >&2; exit 2; }
tarballs=$1 out=$2
here=$(cd "$(dirname "$0")" && pwd)
work=${3:-$(mktemp -d)}
mkdir -p "$work/objects" "$work/include/tesseract"
tesseract=$work/tesseract-5.3.0 leptonica=$work/leptonica-1.82.0

(cd "$tarballs" && sha256sum -c "$here/sources.sha256")
if [ ! -d "$tesseract" ]; then
  tar xf "$tarballs/tesseract_5.3.0.orig.tar.gz" -C "$work"
  tar xf "$tarballs/leptonlib_1.82.0.orig.tar.gz" -C "$work"
  patch -p1 -d "$tesseract" <"$here/tesseract.patch"
fi

echo '#define L_LITTLE_ENDIAN' >"$work/include/endianness.h"
sed -e 's/@GENERIC_MAJOR_VERSION@/5/; s/@GENERIC_MINOR_VERSION@/3/; s/@GENERIC_MICRO_VERSION@/0/; s/@PACKAGE_VERSION@/5.3.0/' \
  "$tesseract/include/tesseract/version.h.in" >"$work/include/tesseract/version.h"

target="-O3 -msimd128 -mnontrapping-fptoint -msign-ext"
flags="$target -w -DNDEBUG -ffile-prefix-map=$work=. -I$work/include -I$leptonica/src"
# Images come as pixels: no format of files is read or written.
c="$flags -DHAVE_LIBJPEG=0 -DHAVE_LIBTIFF=0 -DHAVE_LIBPNG=0 -DHAVE_LIBZ=0 -DHAVE_FMEMOPEN=0
  -DUSE_BMPIO=0 -DUSE_PNMIO=0 -DUSE_JP2KHEADER=0 -DUSE_PDFIO=0 -DUSE_PSIO=0"
# TESSERACT_IMAGEDATA_AS_PIX: else every line is written as a file in memory, and read from it, before it is read.
cxx="$flags -std=c++17 -DDISABLED_LEGACY_ENGINE -DGRAPHICS_DISABLED -DFAST_FLOAT -DTESSERACT_IMAGEDATA_AS_PIX
  -I$tesseract/include"
parts='ccmain ccstruct ccutil classify cutil dict lstm textord viewer wordrec'
for part in arch $parts; do cxx="$cxx -I$tesseract/src/$part"; done

# Tesseract's own list of what only its older engine needs.
sed -n '/set(TESSERACT_SRC_LEGACY/,/)/p' "$tesseract/CMakeLists.txt" | grep -o 'src/[a-z0-9/_]*\.cpp' >"$work/legacy"
{
  ls "$leptonica"/src/*.c
  for part in $parts; do ls "$tesseract/src/$part"/*.cpp 2>/dev/null || true; done | grep -vFf "$work/legacy"
  for file in api/baseapi arch/dotproduct arch/simddetect arch/intsimdmatrix; do echo "$tesseract/src/$file.cpp"; done
  ls "$here"/*.cpp
} | while read -r file; do
  object=$work/objects/$(basename "$(dirname "$file")")-$(basename "$file").o
  [ "$object" -nt "$file" ] && continue
  case $file in
    *.c) echo "emcc $c -c $file -o $object" ;;
    *) echo "em++ $cxx -c $file -o $object" ;;
  esac | tr '\n' ' '
  echo
done | xargs -P "${JOBS:-2}" -I{} sh -c '{}'

# shellcheck disable=SC2086
em++ $target ${LINK:-} "$work"/objects/*.o -o "$out" --no-entry -sSTANDALONE_WASM -sFILESYSTEM=0 \
  -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=64MB -sMAXIMUM_MEMORY=2GB -sTOTAL_STACK=1MB \
  -sEXPORTED_FUNCTIONS=_malloc,_free,_engine_open,_engine_set,_engine_read,_engine_next
