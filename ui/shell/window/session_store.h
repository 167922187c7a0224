// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace cs::ui {

/// Where the window keeps its own state between starts (geometry, theme, text size, columns). Injected, so
/// that tests write nowhere and the application decides the file. Never holds secrets.
class SessionStore {
public:
    virtual ~SessionStore() = default;
    /// Empty if there is none.
    virtual QByteArray value(const QByteArray& key) const = 0;
    virtual void setValue(const QByteArray& key, const QByteArray& value) = 0;
};

} // namespace cs::ui
