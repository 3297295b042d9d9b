#include "pipeline/profile/identifier_grammar.hpp"

#include <fmt/format.h>
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "pipeline/profile/profile.hpp"
#include "pipeline/text/words.hpp"

namespace rapporteur {
namespace {

const Profile& itu() {
  static const Profile kProfile = [] {
    Result<Profile> loaded = ProfileSource().load("itu-t");
    if (!loaded) FAIL(loaded.error().where << ": " << loaded.error().what);
    return std::move(*loaded);
  }();
  return kProfile;
}

std::string canonical(std::string_view text) {
  const std::optional<Identifier> found = itu().grammar.parse(text);
  return found ? found->canonical : "";
}

// "canonical@begin-end", the ends of inferred ones marked "?".
std::string scanned(std::string_view text, std::string_view group = {}) {
  std::string out;
  for (const Identifier& found : itu().grammar.scan(text, {std::string(group), ""})) {
    if (!out.empty()) out += " | ";
    out += found.canonical;
    if (found.inferred) out += '?';
  }
  return out;
}

}  // namespace

TEST_CASE("every sample of a family is read as one of that family") {
  for (const IdentifierFamily& family : itu().identifiers) {
    for (const std::string& sample : family.pattern.accepts) {
      INFO(family.pattern.name << ": " << sample);
      const auto found = itu().grammar.parse_as(family.pattern.name, sample);
      REQUIRE(found);
      CHECK_FALSE(found->canonical.empty());
      CHECK(itu().grammar.parse(sample));
    }
    for (const std::string& sample : family.pattern.rejects) {
      INFO(family.pattern.name << ": " << sample);
      CHECK_FALSE(itu().grammar.parse_as(family.pattern.name, sample));
    }
  }
}

TEST_CASE("a canonical form is its own canonical form") {
  for (const IdentifierFamily& family : itu().identifiers) {
    for (const std::string& sample : family.pattern.accepts) {
      const auto first = itu().grammar.parse_as(family.pattern.name, sample);
      REQUIRE(first);
      INFO(sample << " -> " << first->canonical);
      const auto second = itu().grammar.parse(first->canonical);
      REQUIRE(second);
      CHECK(second->canonical == first->canonical);
      CHECK(itu().grammar.key(*second) == itu().grammar.key(*first));
    }
  }
}

TEST_CASE("a conference's own papers leave out which one it is") {
  const IdentifierGrammar& grammar = itu().grammar;
  const std::optional<Identifier> paper = grammar.parse("Addendum 2 to Document 48-E");
  REQUIRE(paper);
  CHECK(grammar.completed(*paper, {"", "WTSA-24"}).canonical == "WTSA-24 C48 (Add.2)");
  CHECK(grammar.completed(*paper, {"SG13", ""}).canonical == "Document 48 (Add.2)");
}

TEST_CASE("file names of the Sectors stand for the numbers of their papers") {
  const std::pair<const char*, const char*> cases[] = {
      {"R23-WP5A-C-0650!!MSW-E.docx", "5A/650"},
      {"D22-SG01-C-0123!R1!MSW-E.docx", "Document 1/123(Rev.1)"},
      {"D18-TDAG26-C-0012!R1!MSW-E.docx", "TDAG-26/12(Rev.1)"},
      {"S26-CL-C-0050!!MSW-E.docx", "C26/50"},
      {"R00-CA-CIR-0246!!MSW-E.docx", "CA/246"},
      {"R23-WRC23-C-0048!A16!MSW-E.docx", "WRC-23 C48 (Add.16)"},
      {"T22-WTSA.24-C-0048!A16!MSW-E.docx", "WTSA-24 C48 (Add.16)"},
  };
  for (const auto& [name, expected] : cases) {
    INFO(name);
    const std::optional<Identifier> file = itu().grammar.parse(name);
    REQUIRE(file);
    const std::optional<Identifier> meant = itu().grammar.meant_by(*file);
    REQUIRE(meant);
    CHECK(meant->canonical == expected);
  }
}

TEST_CASE("identifiers are written in one form") {
  const std::pair<const char*, const char*> cases[] = {
      {"SG13-TD329-R1/WP3", "SG13-TD329R1/WP3"},
      {"TSAG-TD004R1", "TSAG-TD4R1"},
      {"TD 12 (GEN/13)", "SG13-TD12/GEN"},
      {"TD 120 Rev.1", "TD120R1"},
      {"TD201/P", "TD201/PLEN"},
      {"SG05-C 007", "SG5-C7"},
      {"C 005 Rev.1", "C5R1"},
      {"TSB Circular 068", "TSB Circular 68"},
      {"Collective letter 3/13", "TSB Collective letter 3/13"},
      {"LS12-SG13", "SG13-LS12"},
      {"COM 13-LS 12", "SG13-LS12"},
      {"COM 13 – C 97 – E", "COM 13-C97-E"},
      {"WTSA-24/24", "WTSA-24 C24"},
      {"WTSA-24 Doc.25", "WTSA-24 C25"},
      {"WTSA-24 C8 (Rev.1)", "WTSA-24 C8 (Rev.1)"},
      {"Addendum 30 to Document 46-E", "Document 46 (Add.30)"},
      {"Document 5A/650-E", "5A/650"},
      {"Document RAG26/TEMP/2-E", "RAG26/TEMP/2"},
      {"Revision 1 to Document TDAG-18/5-E", "TDAG-18/5(Rev.1)"},
      {"TDAG-18/5(Rev.1)-E", "TDAG-18/5(Rev.1)"},
      {"Document 1/123-E", "Document 1/123"},
      {"Circular Letter CCRR/65", "CCRR/65"},
      {"COM 29 – R 4 PUBLIC – E", "SG29-R4"},
      {"ISO/IEC JTC1/SC99/WG7 N462", "ISO/IEC JTC 1/SC 99/WG 7 N 462"},
      {"Question 16/13", "Q16/13"},
      {"Q.Coord/C", "Q.Coord/C"},
      {"Resolution 22", "WTSA Resolution 22"},
      {"Resolution 71 (Rev. Bucharest, 2022)", "PP Resolution 71 (Rev. Bucharest, 2022)"},
      {"Resolution 209 (Dubai, 2018)", "PP Resolution 209 (Dubai, 2018)"},
      {"Resolution 31 (Rev. Dubai, 2012)", "WTSA Resolution 31 (Rev. Dubai, 2012)"},
      {"No. 246D of the Convention", "CV246D"},
      {"Recommendation ITU-T A.5 (2016)", "ITU-T A.5 (2016)"},
      {"G.799.1/ Y.1451.1", "ITU-T G.799.1/Y.1451.1"},
      {"A.18 (New, ex A.JCA)", "ITU-T A.18"},
      {"Y.Sup70", "ITU-T Y Suppl. 70"},
      {"ITU-T A-series Recommendations – Supplement 5", "ITU-T A Suppl. 5"},
      {"FGQIT4N-O-12", "FG-QIT4N-O-012"},
      {"GS QKD 014 V1.1.1 (2019-02)", "ETSI GS QKD 014 V1.1.1 (2019-02)"},
      {"TS 23.501", "3GPP TS 23.501"},
      {"S2-2401234r01", "S2-2401234r1"},
      {"IETF RFC 1042", "RFC 1042"},
      {"ISO/IEC 27002:2022", "ISO/IEC 27002:2022"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(canonical(text) == expected);
  }
}

TEST_CASE("revisions of one document have one key") {
  const IdentifierGrammar& grammar = itu().grammar;
  CHECK(grammar.key(*grammar.parse("SG13-TD329R1/WP3")) ==
        grammar.key(*grammar.parse("SG13-TD329")));
  CHECK(grammar.key(*grammar.parse("QKD(23)000012r1")) ==
        grammar.key(*grammar.parse("QKD(23)000012")));
  CHECK(grammar.key(*grammar.parse("SG13-TD329")) != grammar.key(*grammar.parse("SG17-TD329")));
}

TEST_CASE("a file name stands for the document it holds") {
  const auto meant = [](std::string_view name) {
    const auto file = itu().grammar.parse(name);
    REQUIRE(file);
    const auto found = itu().grammar.meant_by(*file);
    return found ? found->canonical : "";
  };
  CHECK(meant("T17-TSAG-181210-TD-GEN-0433!R1!MSW-E.docx") == "TSAG-TD433R1/GEN");
  CHECK(meant("T22-TSAG-221212-TD-GEN-0011-R1-MSW-E") == "TSAG-TD11R1/GEN");
  CHECK(meant("T17-SG13-C-0123!!MSW-E") == "SG13-C123");
  CHECK(meant("T13-WTSA.16-C-0046!A30!MSW-E") == "WTSA-16 C46 (Add.30)");
  CHECK(meant("T-REC-P.862-200710-I!Cor1!MSW-E.doc") == "ITU-T P.862 (10/2007) Cor. 1");
  CHECK(meant("T-REC-Z.100-201811-I!AnnF1!MSW-E.docx") == "ITU-T Z.100 Annex F1 (11/2018)");
  CHECK(meant("T-REC-A.Sup5-201607-I!!MSW-E.docx") == "ITU-T A Suppl. 5 (07/2016)");
}

TEST_CASE("identifiers are found in running text, lists and ranges expanded") {
  const std::pair<const char*, const char*> cases[] = {
      {"see TD439 and TSAG-TD433R1.", "TD439 | TSAG-TD433R1"},
      {"While considering C97 about", "C97"},
      {"Resolution 1 (Rev. Geneva, 2022) clauses 1.11.1", "WTSA Resolution 1 (Rev. Geneva, 2022)"},
      {"WTSA Resolutions 1, 22, 40, 45, and other",
       "WTSA Resolution 1 | WTSA Resolution 22 | WTSA Resolution 40 | WTSA Resolution 45"},
      {"TSAG-R1, 2, 4 and 8", "TSAG-R1 | TSAG-R2 | TSAG-R4 | TSAG-R8"},
      {"TSAG-R4-R7", "TSAG-R4 | TSAG-R5 | TSAG-R6 | TSAG-R7"},
      {"Questions 10/9 and 1/16", "Q10/9 | Q1/16"},
      {"Question(s): 2, 16/13", "Q2/13 | Q16/13"},
      {"ITU SG 16 Q8, 9, 10/16", "Q8/16 | Q9/16 | Q10/16"},
      {"(Q16/13 and Q4/17)", "Q16/13 | Q4/17"},
      {"A-series Supplements 2 and 4", "ITU-T A Suppl. 2 | ITU-T A Suppl. 4"},
      {"Recommendations ITU-T A.1, A.4 and A.6", "ITU-T A.1 | ITU-T A.4 | ITU-T A.6"},
      {"TDs 120, 121 and 125-127", "TD120 | TD121 | TD125 | TD126 | TD127"},
      {"RFCs 4053 and 4691", "RFC 4053 | RFC 4691"},
      {"the X.509-based solution", "ITU-T X.509"},
      {"draft Recommendation Y.QKDN_KM", "Y.QKDN_KM"},
      {"CV229 and CV231", "CV229 | CV231"},
      {"ETSI GS QKD 014 V1.1.1", "ETSI GS QKD 014 V1.1.1"},
      {"in 3GPP TS 23.501.", "3GPP TS 23.501"},
  };
  for (const auto& [text, expected] : cases) {
    INFO(text);
    CHECK(scanned(text) == expected);
  }
}

TEST_CASE("what only looks like an identifier is not found") {
  for (const char* text : {"see Annex A.3 and clause B.12",
                           "Figure A.10",
                           "clauses A.11 and A.12",
                           "https://example.org/TD439",
                           "STD13x",
                           "WSIS Action Lines C2, C3, C5",
                           "WSIS Action Lines:\nC2, C3",
                           "draft Recommendation ITU-T X.x: abc",
                           "a C4 engine",
                           "WTSA-24 Action Plan",
                           "N/A",
                           "A/9 of the letter",
                           "BTD439",
                           "C97x",
                           "TD439r1",
                           "X5-251234",
                           "Q1 and Q2 2024",
                           "S5-251234567",
                           "e.g. A.2",
                           "P.O. box",
                           "ISO/IEC JTC 1"}) {
    INFO(text);
    CHECK(scanned(text).empty());
  }
}

TEST_CASE("the group that a mention leaves out comes from the document and is marked") {
  CHECK(scanned("TD439 and TSAG-TD1", "SG13") == "SG13-TD439? | TSAG-TD1");
  CHECK(scanned("Questions 2 and 4", "SG13") == "Q2/13? | Q4/13?");
  CHECK(scanned("RFC 4053", "SG13") == "RFC 4053");
}

TEST_CASE("an identifier found says where it stands") {
  const std::string_view text = "In TSAG-TD4R1, see\nQuestions 10/9 and 1/16";
  const std::vector<Identifier> found = itu().grammar.scan(text);
  REQUIRE(found.size() == 3);
  const auto at = [&](std::size_t i) {
    return text.substr(found[i].where.begin, found[i].where.size());
  };
  CHECK(at(0) == "TSAG-TD4R1");
  CHECK(at(1) == "10/9");
  CHECK(at(2) == "1/16");
}

TEST_CASE("a slip is named and the right spelling offered") {
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {"TD-439", "TD439", "the '-' after 'TD' does not belong there"},
      {"SG13C123", "SG13-C123", "a '-' is missing after 'SG13'"},
      {"tsag-td4", "TSAG-TD4", "small letters stand for capitals"},
      {"S5_251234", "S5-251234", "the '_' after 'S5' should be a '-'"},
      {"Q16-13", "Q16/13", "the '-' after 'Q16' should be a '/'"},
      {"Resolution 68 (Rev. Hammamet 2016)", "WTSA Resolution 68 (Rev. Hammamet, 2016)", ""},
  };
  for (const auto& [text, meant, fault] : cases) {
    INFO(text);
    const auto read = itu().grammar.parse_tolerantly(text);
    REQUIRE(read);
    CHECK(read->meant.canonical == meant);
    if (*fault != '\0') CHECK(read->fault == fault);
  }
  CHECK_FALSE(itu().grammar.parse_tolerantly("TD439"));
  CHECK_FALSE(itu().grammar.parse_tolerantly("a sentence of words"));
}

namespace {

// A sample with one or two of its digits and capital letters changed.
std::string varied(const std::string& sample) {
  std::string out = sample;
  for (int changes = *rc::gen::inRange(1, 3); changes > 0; --changes) {
    char& c = out[*rc::gen::inRange<std::size_t>(0, out.size())];
    if (is_digit(c)) c = *rc::gen::elementOf(std::string("0123456789"));
    if (is_upper(c)) c = *rc::gen::elementOf(std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
  }
  return out;
}

}  // namespace

TEST_CASE("the canonical form is stable, whatever the identifier, in every family") {
  for (const char* profile_name : {"itu-t", "3gpp", "etsi-isg"}) {
    const Result<Profile> profile = ProfileSource().load(profile_name);
    REQUIRE(profile);
    const IdentifierGrammar& grammar = profile->grammar;
    for (const IdentifierFamily& family : profile->identifiers) {
      const std::string name = family.pattern.name;
      INFO(profile_name << " " << name);
      std::size_t read = 0;
      const bool holds = rc::check([&] {
        const std::string text = varied(*rc::gen::elementOf(family.pattern.accepts));
        const std::optional<Identifier> first = grammar.parse_as(name, text);
        if (!first || first->canonical.empty()) return;
        ++read;
        RC_LOG() << name << ": '" << text << "' is '" << first->canonical << "'";
        const std::optional<Identifier> second = grammar.parse(first->canonical);
        RC_ASSERT(second.has_value());
        RC_ASSERT(second->canonical == first->canonical);
        RC_ASSERT(grammar.key(*second) == grammar.key(*first));
      });
      CHECK(holds);
      CHECK(read > 4);
    }
  }
}

TEST_CASE("any document number survives being written and read again") {
  const bool holds = rc::check([] {
    const int group = *rc::gen::inRange(1, 21);
    const int number = *rc::gen::inRange(1, 9999);
    const int revision = *rc::gen::inRange(0, 20);
    const std::string tail = revision > 0 ? fmt::format("R{}", revision) : "";
    for (const std::string& text :
         {fmt::format("SG{}-TD{}{}", group, number, tail), fmt::format("TSAG-C{}{}", number, tail),
          fmt::format("SG{}-LS{}", group, number), fmt::format("Q{}/{}", revision + 1, group),
          fmt::format("WTSA-{} C{}", 10 + group, number % 999 + 1),
          fmt::format("S{}-2{:06}", group % 6 + 1, number),
          fmt::format("ABC({:02})00{:04}", group, number), fmt::format("RFC {}", number),
          fmt::format("ITU-T Y.{}.{}", number, revision), fmt::format("TSB Circular {}", group)}) {
      INFO(text);
      RC_ASSERT(canonical(text) == text);
      const std::vector<Identifier> found = itu().grammar.scan("(" + text + ")");
      RC_ASSERT(found.size() == 1U);
      RC_ASSERT(found[0].canonical == text);
    }
  });
  CHECK(holds);
}

}  // namespace rapporteur
