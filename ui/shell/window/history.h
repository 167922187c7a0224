// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace cs::ui {

/// What the window shows: a page and what is shown in it.
struct Place {
    QByteArray page; ///< navigation id
    QString target; ///< as for Page::open(); empty: the page as it was
    bool operator==(const Place&) const = default;
};

/// The way that was gone, like a browser's: back, forward, and what lies ahead is dropped by a new visit.
class History final {
public:
    static constexpr qsizetype lengthMax = 100;

    /// Goes to a new place. The present one once more changes nothing.
    void visit(const Place& place);
    /// The present page says what it shows by now. A target that only asked ("", "#41") is replaced by its answer; any
    /// other is a step of its own.
    void refine(const QString& target);
    /// @returns where that leads, or nothing at the end of the way.
    std::optional<Place> back();
    std::optional<Place> forward();
    void clear();

    const Place& here() const { return m_here; }
    bool canGoBack() const { return !m_behind.isEmpty(); }
    bool canGoForward() const { return !m_ahead.isEmpty(); }

private:
    Place m_here;
    QList<Place> m_behind; // latest last
    QList<Place> m_ahead; // next last
};

} // namespace cs::ui
