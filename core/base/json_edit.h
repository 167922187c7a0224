// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

/// Changes to a JSON text that leave every other byte as it is: what a person wrote stays as they wrote it.
/// Places are JSON pointers (RFC 6901); offsets are in bytes of the text.
namespace cs::json {

/// The value at a pointer ("" is the root), or an invalid value.
Value at(const Document& document, std::string_view pointer);
/// "/" and the name, with "~" and "/" escaped: one step of a pointer.
std::string step(std::string_view name);
std::string step(std::size_t index);
/// Everything but the last step; empty for the root.
std::string parentOf(std::string_view pointer);
/// The last step, unescaped.
std::string lastStep(std::string_view pointer);
/// "{ "id": "x", "of": [ 1, 2 ] }": one line with spaces, as a person writes short objects.
std::string spaced(Value value);
Result<std::string> spaced(std::string_view text);

struct Span {
    std::size_t begin = 0, end = 0;
};
/// Replaces [begin, end) by the text.
struct Edit {
    std::size_t begin = 0, end = 0;
    std::string text;
};
/// A text with its values by place. Edits are of the text that it was made from.
class Source final {
public:
    explicit Source(std::string text);
    /// @returns CS-JSON where the text is none.
    const Status& status() const { return m_status; }
    const std::string& text() const { return m_text; }
    const Document& document() const { return m_document; }
    Value root() const { return m_document.root(); }
    Value at(std::string_view pointer) const { return json::at(m_document, pointer); }
    Span spanOf(Value value) const;
    /// The deepest value around an offset, as a pointer.
    std::string pointerAt(std::size_t offset) const;

    /// Replaces a value, or adds the member that the last step names. Nothing where its parent is no object.
    std::optional<Edit> set(std::string_view pointer, std::string_view value) const;
    /// Takes a member or item out, with its comma.
    std::optional<Edit> erase(std::string_view pointer) const;
    /// Puts an item before the one at @p index; at the end where there is none.
    std::optional<Edit> insert(std::string_view list, std::size_t index, std::string_view value) const;
    /// Gives a member another name; its value stays.
    std::optional<Edit> rename(std::string_view pointer, std::string_view name) const;

private:
    std::size_t itemStart(Value parent, std::size_t index) const;
    std::string m_text;
    Document m_document;
    Status m_status;
    std::size_t m_base = 0; // of the root in the text
};
std::string applied(std::string text, const Edit& edit);

/// A member that one document has otherwise than another. Items of lists are told apart by their `id`, else by place.
struct Difference {
    std::string pointer; // of the newer document, of the older one for what is gone
    std::string was, is; // as one line; empty where it is not there
};
/// All of them, in the order of the newer document; no deeper than the smallest value that differs.
std::vector<Difference> differences(Value was, Value is);

} // namespace cs::json
