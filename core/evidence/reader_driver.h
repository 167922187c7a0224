// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/reader_protocol.h"

#include <stop_token>
#include <string>
#include <string_view>

namespace cs {

/// Starts `countersign-reader` for one piece of evidence and waits for its answer. The evidence goes into
/// sealed memory that the reader inherits: it gets no path, no network and no keychain, and whatever the file
/// does to it, this process only sees a frame, a signal or silence.
class ReaderDriver final {
public:
    struct Options {
        /// The reader program; empty: the environment variable COUNTERSIGN_READER, else beside this program,
        /// else
        /// ../libexec/countersign from there.
        std::string program;
        /// Milliseconds from start to answer; then the reader is killed.
        int deadlineMs = 10'000;
    };

    ReaderDriver() = default;
    explicit ReaderDriver(Options options);

    /// Blocks until the answer, the deadline or @p stop (seen within 25 ms); call it on a worker thread. May
    /// be called from several threads at once.
    /// @param evidence verified bytes; for texts and tables the first previewBytes() of them are enough.
    /// @returns CS-READER-MISSING, -MEDIA, -SIZE, -TIMEOUT, -CRASH, -ANSWER, -CANCELLED, -START, or what the
    /// reader refuses with (-FORMAT, -BINARY, -DIMENSIONS, -PASSWORD, -PAGE, -SANDBOX). None of them harms
    /// anything else.
    Result<Preview> preview(std::string_view evidence, const ReaderRequest& request, std::stop_token stop = {}) const;

    /// Where the reader is. @returns CS-READER-MISSING with the places that were looked at.
    Result<std::string> program() const;

private:
    Options m_options;
};

} // namespace cs
