// Reads commands from standard input, one a line, and answers each with one line of JSON.
//
//   small CASES giant|pairs diverse|few        large NODES FLOWS giant|pairs diverse|few
//   solve-small CASES THREADS KERNEL           solve-large THREADS KERNEL
//   export-small CASES FILE, rows-small CASES FILE, export-large FILE, rows-large FILE
//   versions
//   cases COUNT FOLDER                         load REPEATS THREADS FILE...
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "commands.hpp"

namespace nagarezu::bench {
namespace {

class Session {
public:
    Seconds answer(const std::string& line) {
        std::istringstream words{line};
        words.exceptions(std::ios::failbit | std::ios::badbit);
        const auto text = take<std::string>(words);
        if (text == "small" || text == "large") return build(text, words);
        if (text == "versions") return versions();
        if (text == "cases") {
            const auto count = take<std::size_t>(words);
            return write_cases(count, take<std::string>(words));
        }
        if (text == "load") {
            const auto repeats = take<std::size_t>(words);
            const auto threads = take<std::size_t>(words);
            words.exceptions(std::ios::goodbit);
            return load({std::istream_iterator<std::string>{words}, {}}, repeats, threads);
        }
        return text.ends_with("-small") ? small(text, words) : large(text, words);
    }

private:
    template <class T>
    static T take(std::istream& words) {
        T value;
        words >> value;
        return value;
    }

    Seconds build(const std::string& what, std::istream& words) {
        const auto size = take<std::size_t>(words);
        const auto flows = what == "large" ? take<std::size_t>(words) : 0;
        const bool giant = take<std::string>(words) == "giant";
        const Options options{.giant = giant, .diverse = take<std::string>(words) == "diverse"};
        return what == "large" ? large_.build(size, flows, options) : small_.build(size, options);
    }

    Seconds small(const std::string& what, std::istream& words) {
        const auto cases = take<std::size_t>(words);
        if (what == "solve-small") {
            const auto threads = take<std::size_t>(words);
            return small_.solve(cases, threads, kernel_of(take<std::string>(words)));
        }
        const auto path = take<std::string>(words);
        if (what == "export-small")
            small_.write_graphs(cases, path);
        else if (what == "rows-small")
            small_.write_rows(cases, path);
        else
            throw std::invalid_argument{"no command " + what};
        return {};
    }

    Seconds large(const std::string& what, std::istream& words) {
        if (what == "solve-large") {
            const auto threads = take<std::size_t>(words);
            return large_.solve(threads, kernel_of(take<std::string>(words)));
        }
        const auto path = take<std::string>(words);
        if (what == "export-large")
            large_.write_graph(path);
        else if (what == "rows-large")
            large_.write_rows(path);
        else
            throw std::invalid_argument{"no command " + what};
        return {};
    }

    Small small_;
    Large large_;
};

}  // namespace
}  // namespace nagarezu::bench

int main() {
    nagarezu::bench::Session session;
    std::cout.precision(9);
    for (std::string line; std::getline(std::cin, line);) {
        try {
            const auto answer = session.answer(line);
            std::cout << "{";
            const char* comma = "";
            for (const auto& [name, value] : answer) {
                std::cout << comma << '"' << name << "\": " << value;
                comma = ", ";
            }
            std::cout << "}" << std::endl;
        } catch (const std::exception& error) {
            std::cerr << line << ": " << error.what() << std::endl;
            return 1;
        }
    }
}
