#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/builder.hpp"

namespace rapporteur {

// The paragraph that is being read. It is given to the builder as a whole when it ends, since only
// then its white space is settled and it is known whether it is one.
class HtmlParagraph {
 public:
  explicit HtmlParagraph(DocumentBuilder& builder) : builder_(builder) {}

  bool open() const { return open_; }
  // Begins one, of which nothing is written yet. Ends the one before.
  void begin(const BlockSpec& spec, std::string style, std::string label);
  // Text in which white space runs together; that of `kept` stays as it is.
  void add(std::string_view text, const RunSpec& run);
  void add_kept(std::string_view text, const RunSpec& run);
  void add_label(std::string_view text) { label_ += text; }
  void add_picture(std::string_view description) { pictures_.emplace_back(description); }
  // A name that leads to the paragraph that is open, or to the next.
  void add_name(std::string_view name) { names_.emplace_back(name); }
  // Writes it, a paragraph of blanks as an empty one.
  void end();
  // The same, and a clause number that stood alone in its paragraph no longer waits for its title.
  void settle();

 private:
  struct Piece {
    std::string text;
    RunSpec run;
  };
  void trim_end();
  void write();
  bool is_lone_number() const;

  DocumentBuilder& builder_;
  bool open_ = false;
  bool blank_last_ = true;  // white space goes on
  BlockSpec spec_;
  std::string style_;
  std::string label_;
  std::vector<Piece> pieces_;
  std::vector<std::string> names_;
  std::vector<std::string> pictures_;
  std::vector<Piece> number_;  // of a title that is to come
};

}  // namespace rapporteur
