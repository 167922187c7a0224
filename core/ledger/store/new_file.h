// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>

namespace cs {

/// What errno says of a path. @param doing "opened", "written" …
tl::unexpected<Error> ioError(const std::string& path, const char* doing, int number);
/// The folder that a path lies in; "." for a bare name.
std::string folderOf(const std::string& path);

/// A file being made beside its destination; gone with the object unless moved into place.
class NewFile final {
public:
    explicit NewFile(const std::string& destination);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    const std::string& path() const { return m_path; }
    /// Appears at its destination whole, or not at all, and never replaces anything.
    Status moveIntoPlace();

private:
    std::string m_destination;
    std::string m_path;
};

} // namespace cs
