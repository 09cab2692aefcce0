// libFuzzer: any bytes, and every case that reads. A broken promise throws, which ends the run.

#include <cstdint>

#include "read_any.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    nagarezu::fuzz::read_any({reinterpret_cast<const char*>(data), size});
    return 0;
}
