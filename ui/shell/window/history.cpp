// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/history.h"

namespace cs::ui {

void History::visit(const Place& place)
{
    if (place == m_here) {
        return;
    }
    if (!m_here.page.isEmpty()) {
        m_behind.append(m_here);
        while (m_behind.size() > lengthMax) {
            m_behind.removeFirst();
        }
    }
    m_ahead.clear();
    m_here = place;
}

void History::refine(const QString& target)
{
    if (m_here.page.isEmpty() || target == m_here.target) {
        return;
    }
    if (m_here.target.isEmpty() || m_here.target.startsWith(QLatin1Char('#'))) {
        m_here.target = target;
        return;
    }
    visit({m_here.page, target});
}

std::optional<Place> History::back()
{
    if (m_behind.isEmpty()) {
        return {};
    }
    m_ahead.append(m_here);
    m_here = m_behind.takeLast();
    return m_here;
}

std::optional<Place> History::forward()
{
    if (m_ahead.isEmpty()) {
        return {};
    }
    m_behind.append(m_here);
    m_here = m_ahead.takeLast();
    return m_here;
}

void History::clear()
{
    m_here = {};
    m_behind.clear();
    m_ahead.clear();
}

} // namespace cs::ui
