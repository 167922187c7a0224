// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <cstdint>
#include <string>
#include <vector>

namespace cs::bench {

/// What one event cost the UI thread.
struct EventCost {
    double ms = 0; ///< processor time of the thread, so that neighbours do not count
    std::string what; ///< receiver and type; only kept for the dear ones
};

/// An application that measures every event it hands out. An event that is sent while another is handled belongs to
/// that one, as for somebody who waits for the window.
class MeasuredApplication final : public QApplication {
public:
    MeasuredApplication(int& argc, char** argv);
    bool notify(QObject* receiver, QEvent* event) override;

    /// Named in what is dear from here on, for example "inbox".
    void setPart(std::string part) { m_part = std::move(part); }
    std::size_t count() const { return m_ms.size(); }
    /// @param share for example 0.99
    double quantile(double share) const;
    std::size_t countAbove(double ms) const;
    /// The dearest first, at most @p count.
    std::vector<EventCost> dearest(std::size_t count) const;

private:
    int m_depth = 0;
    std::string m_part;
    std::vector<double> m_ms;
    std::vector<EventCost> m_dear;
};

} // namespace cs::bench
