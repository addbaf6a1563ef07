// Writing a file so that nobody ever finds half of it.
#pragma once
#include <filesystem>
#include <string_view>

namespace cli {

// Under another name first, which it gets rid of when all of it is on the disk. A file of this name
// that is there already is replaced at once; if anything fails (SystemError) it stays as it is.
// Folders that are missing are made.
void write_whole(const std::filesystem::path& file, std::string_view bytes);

}  // namespace cli
