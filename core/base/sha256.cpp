// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include <QCryptographicHash>

namespace cs {

Digest sha256Of(std::string_view bytes)
{
    // One object for each thread: making one costs as much as hashing a short text.
    thread_local QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.reset();
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    const QByteArrayView result = hash.resultView();
    Digest digest;
    std::memcpy(digest.array().data(), result.data(), digest.array().size());
    return digest;
}

} // namespace cs
