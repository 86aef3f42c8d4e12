#pragma once

#include "intsimdmatrix.h"

// More inputs than any layer of a line-reading network has, the padding to eight included.
constexpr int kMostInputs = 4096;

extern const tesseract::IntSimdMatrix kWasmMatrix;
