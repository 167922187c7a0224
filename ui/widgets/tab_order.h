// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QWidget>

namespace cs::ui {

/// Tab goes through these in order; one that takes no focus itself counts with all of its parts that do.
inline void tabInOrder(const QList<QWidget*>& parts)
{
    QWidget* before = nullptr;
    QSet<QWidget*> taken; // one that is named before its parent stands there
    const auto take = [&](QWidget* widget) {
        if (widget->focusPolicy() & Qt::TabFocus && !taken.contains(widget)) {
            taken.insert(widget);
            if (before != nullptr) {
                QWidget::setTabOrder(before, widget);
            }
            before = widget;
        }
    };
    for (QWidget* part : parts) {
        if (part == nullptr) {
            continue;
        }
        if (part->focusPolicy() & Qt::TabFocus) {
            take(part);
            continue;
        }
        for (QWidget* inner : part->findChildren<QWidget*>()) {
            take(inner);
        }
    }
}

} // namespace cs::ui
