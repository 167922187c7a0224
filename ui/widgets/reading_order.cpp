// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reading_order.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLayout>
#include <QSet>
#include <QSplitter>

namespace cs::ui {

namespace {

/// Parts of a window in the order of their layouts; what is hidden has no place.
class Reading {
public:
    explicit Reading(QWidget* root) { addInside(root); }
    const QList<QWidget*>& parts() const { return m_parts; }

private:
    void add(QWidget* widget)
    {
        if (widget == nullptr || widget->isHidden() || widget->isWindow() || m_seen.contains(widget)) {
            return;
        }
        m_seen.insert(widget);
        m_parts.append(widget);
        if (const auto* area = qobject_cast<QAbstractScrollArea*>(widget)) {
            addInside(area->viewport());
        } else if (!isWhole(widget)) {
            addInside(widget);
        }
    }
    /// Qt goes through the inside of these by itself.
    static bool isWhole(const QWidget* widget)
    {
        return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr
            || qobject_cast<const QComboBox*>(widget) != nullptr || widget->inherits("QLineEdit");
    }
    void addInside(QWidget* widget)
    {
        if (const auto* splitter = qobject_cast<QSplitter*>(widget)) {
            for (int i = 0; i < splitter->count(); ++i) {
                add(splitter->widget(i));
            }
        }
        if (QLayout* layout = widget->layout()) {
            addLayout(layout);
        }
        for (QObject* child : widget->children()) { // what is placed by hand
            if (child->isWidgetType()) {
                add(static_cast<QWidget*>(child));
            }
        }
    }
    void addLayout(QLayout* layout)
    {
        for (int i = 0; i < layout->count(); ++i) {
            QLayoutItem* item = layout->itemAt(i);
            if (QWidget* widget = item->widget()) {
                add(widget);
            } else if (QLayout* inner = item->layout()) {
                addLayout(inner);
            }
        }
    }

    QList<QWidget*> m_parts;
    QSet<const QWidget*> m_seen;
};

bool takesTab(const QWidget* widget)
{
    return widget->focusPolicy() & Qt::TabFocus && widget->focusProxy() == nullptr && widget->isEnabled();
}

} // namespace

bool tabAsLaidOut(QWidget* window, bool next)
{
    const Reading reading(window);
    const QList<QWidget*>& parts = reading.parts();
    qsizetype at = -1; // what has the focus may be inside of a part
    for (QWidget* from = window->focusWidget(); from != nullptr && at < 0; from = from->parentWidget()) {
        at = parts.indexOf(from);
    }
    const qsizetype count = parts.size();
    at = at < 0 && !next ? count : at;
    for (qsizetype step = 1; step <= count; ++step) {
        QWidget* to = parts.at(((next ? at + step : at - step) + 2 * count) % count);
        if (takesTab(to)) {
            to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return false;
}

} // namespace cs::ui
