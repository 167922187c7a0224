// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"

#include <string_view>

struct evp_md_ctx_st;

namespace cs {

/// SHA-256 of one text. The OpenSSL context is kept per thread: this is the hot path of verification.
Digest sha256(std::string_view bytes);
/// SHA-256(first ‖ second) without joining them.
Digest sha256(std::string_view first, std::string_view second);
/// SHA-256(first ‖ second ‖ third).
Digest sha256(std::string_view first, std::string_view second, std::string_view third);

/// SHA-256 piece by piece, for files and streams. One object belongs to one thread at a time.
class Sha256 final {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    Sha256(Sha256&&) = delete;
    Sha256& operator=(Sha256&&) = delete;

    Sha256& update(std::string_view bytes);
    /// The digest of all pieces so far; afterwards the object is as new.
    Digest finish();

private:
    evp_md_ctx_st* m_context;
};

} // namespace cs
