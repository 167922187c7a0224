// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/event_cost.h"

#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <ctime>

namespace cs::bench {

namespace {

constexpr double dearMs = 4;

double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

/// Taken before the event is handed out: it may delete its receiver.
std::string nameOf(const QObject& receiver, const QEvent& event)
{
    const char* type = QMetaEnum::fromType<QEvent::Type>().valueToKey(event.type());
    return std::string(receiver.metaObject()->className()) + " \"" + receiver.objectName().toStdString() + "\" "
        + (type != nullptr ? type : "event") + (event.spontaneous() ? ", from outside" : "");
}

} // namespace

MeasuredApplication::MeasuredApplication(int& argc, char** argv)
    : QApplication(argc, argv)
{
    m_ms.reserve(1U << 16U);
}

bool MeasuredApplication::notify(QObject* receiver, QEvent* event)
{
    if (m_depth > 0 || QThread::currentThread() != thread()) {
        return QApplication::notify(receiver, event);
    }
    const std::string name = nameOf(*receiver, *event);
    ++m_depth;
    const double before = threadMs();
    const bool handled = QApplication::notify(receiver, event);
    const double spent = threadMs() - before;
    --m_depth;
    m_ms.push_back(spent);
    if (spent >= dearMs) {
        m_dear.push_back({spent, m_part + ": " + name});
    }
    return handled;
}

double MeasuredApplication::quantile(double share) const
{
    if (m_ms.empty()) {
        return 0;
    }
    std::vector<double> sorted = m_ms;
    std::sort(sorted.begin(), sorted.end());
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5)];
}

std::size_t MeasuredApplication::countAbove(double ms) const
{
    return static_cast<std::size_t>(std::count_if(m_ms.begin(), m_ms.end(), [ms](double one) { return one > ms; }));
}

std::vector<EventCost> MeasuredApplication::dearest(std::size_t count) const
{
    std::vector<EventCost> sorted = m_dear;
    std::sort(sorted.begin(), sorted.end(), [](const EventCost& a, const EventCost& b) { return a.ms > b.ms; });
    sorted.resize(std::min(count, sorted.size()));
    return sorted;
}

} // namespace cs::bench
