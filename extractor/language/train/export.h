// From the network to the model file (extractor/language/parser_model.h says what is in it).
#pragma once
#include <string>

#include "extractor/language/train/examples.h"
#include "extractor/language/train/network.h"

namespace training {

std::string model_file(Network& network, const Encoding& encoding);

}  // namespace training
