// What the program needs of Tesseract, as functions that JavaScript can call: open once, then read image by image.

#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <cstdint>
#include <cstring>
#include <memory>

#include "matrix.h"

namespace {

tesseract::TessBaseAPI api;
std::unique_ptr<tesseract::ResultIterator> words;
std::unique_ptr<char[]> text;

// A word as it is handed over: its box in pixels, half-open; 0-100; pixels; address and bytes of its UTF-8.
struct Word {
  int32_t x0, y0, x1, y1;
  float confidence;
  float row_height;
  const char *text;
  int32_t length;
} word;

} // namespace

extern "C" {

// Takes the bytes of a traineddata file. Gives 0, or what Tesseract's Init gives.
int engine_open(const char *model, int size) {
  tesseract::IntSimdMatrix::intSimdMatrix = &kWasmMatrix;
  return api.Init(model, size, "vie", tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr, false, nullptr);
}

// Gives 1, or 0 where Tesseract has no such parameter or value.
int engine_set(const char *name, const char *value) {
  return api.SetVariable(name, value);
}

// Reads an image of one byte a pixel. Gives 0 where it was read; engine_next then gives its words.
int engine_read(const unsigned char *pixels, int width, int height) {
  words.reset();
  text.reset();
  api.SetImage(pixels, width, height, 1, width);
  const int failed = api.Recognize(nullptr);
  if (!failed) words.reset(api.GetIterator());
  return failed;
}

// The next word in reading order, or null after the last. It holds until the next call.
const Word *engine_next() {
  using tesseract::RIL_WORD;
  for (bool more = words != nullptr; more;) {
    if (words->Empty(RIL_WORD)) {
      more = words->Next(RIL_WORD);
      continue;
    }
    float descenders, ascenders;
    words->RowAttributes(&word.row_height, &descenders, &ascenders);
    words->BoundingBox(RIL_WORD, &word.x0, &word.y0, &word.x1, &word.y1);
    word.confidence = words->Confidence(RIL_WORD);
    text.reset(words->GetUTF8Text(RIL_WORD));
    word.text = text.get();
    word.length = static_cast<int32_t>(std::strlen(text.get()));
    if (!words->Next(RIL_WORD)) words.reset();
    return &word;
  }
  words.reset();
  api.Clear();
  return nullptr;
}
}
