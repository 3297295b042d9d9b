#include "pipeline/run/work_order.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace rapporteur {
namespace {

Source source(std::string path, std::uint64_t bytes = 1) {
  Source out;
  out.path = std::move(path);
  out.bytes = bytes;
  return out;
}

std::vector<std::vector<std::size_t>> indices(const std::vector<Work>& order) {
  std::vector<std::vector<std::size_t>> out;
  for (const Work& work : order) out.push_back(work.sources);
  return out;
}

using Order = std::vector<std::vector<std::size_t>>;

}  // namespace

TEST_CASE("the largest source is begun first") {
  CHECK(indices(work_order({source("a.docx", 5), source("b.docx", 9), source("c.txt", 7)}, 1)) ==
        Order{{1}, {2}, {0}});
}

TEST_CASE("files for LibreOffice are put together, in as many parts as there are jobs") {
  const std::vector<Source> sources = {source("a.doc"), source("b.DOC"), source("c.docx", 900),
                                       source("d.rtf"), source("e.odt")};
  CHECK(indices(work_order(sources, 1)) == Order{{0, 1, 3, 4}, {2}});
  CHECK(indices(work_order(sources, 2)) == Order{{0, 1}, {3, 4}, {2}});
  CHECK(indices(work_order(sources, 8)) == Order{{2}, {0}, {1}, {3}, {4}});
}

TEST_CASE("what is skipped is put with nothing, and no part grows past its limit") {
  std::vector<Source> sources = {source("~$a.doc"), source("b.doc"), source("c.doc")};
  sources[0].skip = "lock file";
  CHECK(indices(work_order(sources, 1)) == Order{{1, 2}, {0}});
  const std::vector<Source> large = {source("a.doc", 60 << 20), source("b.doc", 60 << 20)};
  CHECK(work_order(large, 1).size() == 2);
}

}  // namespace rapporteur
