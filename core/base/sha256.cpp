// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include <QCryptographicHash>

namespace cs {

Digest sha256Of(std::string_view bytes)
{
    const QByteArray hash = QCryptographicHash::hash(
        QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())).toByteArray(), QCryptographicHash::Sha256);
    Digest digest;
    std::memcpy(digest.array().data(), hash.constData(), digest.array().size());
    return digest;
}

} // namespace cs
